package terminal

// Leaving tells whether Run is at its end, for tests.
func (s *Session) Leaving() bool { return s.out.isLeaving() }
