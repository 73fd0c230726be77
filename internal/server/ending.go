package server

// ending is why a visit or a connection does not begin, or ends. The metrics
// have its kind, the log and the visitor its words.
type ending struct{ kind, words string }

func (e ending) Error() string { return e.words }

// Kinds of endings.
const (
	endedLeft     = "left" // of itself: the visitor was done
	endedHungUp   = "hung-up"
	endedIdle     = "idle"
	endedTimeout  = "session-timeout"
	endedDrained  = "drained"
	endedStalled  = "stalled"
	endedTyping   = "typed-too-much"
	endedBytes    = "sent-too-much"
	endedRequests = "too-many-requests"
	endedChannels = "too-many-channels"
	endedPanic    = "panic"

	// Of these no session has begun yet.
	endedFull      = "full"
	endedLonely    = "no-session"
	endedGivingWay = "unauthenticated"
)

var (
	endFull       = ending{endedFull, "too many visitors just now; please try again in a minute"}
	endRestarting = ending{endedDrained, "the server is restarting; please come back in a minute"}
	endStopping   = ending{endedDrained, "the server stops"}
	endInput      = ending{endedTyping, "more was typed than anybody types"}
	endFault      = ending{endedPanic, "something went wrong here, and has been noted; please connect again"}
	endFaulty     = ending{endedPanic, "a fault of the server"}
	endHungUp     = ending{endedHungUp, "the visitor hung up"}
	endStalled    = ending{endedStalled, "the client reads nothing"}
	endBytes      = ending{endedBytes, "sent too much"}
	endRequests   = ending{endedRequests, "too many requests"}
	endChannels   = ending{endedChannels, "too many channels"}
	endLonely     = ending{endedLonely, "no session"}
	endGivingWay  = ending{endedGivingWay, "gave way to newer connections"}
)
