package server

import (
	"testing"
	"time"
)

func TestWhatIsNotSetHasTheDefaultOfItsFlag(t *testing.T) {
	c := Config{ConnectionBurst: 7, DrainTimeout: time.Minute}.WithDefaults()
	if c.ConnectionBurst != 7 || c.DrainTimeout != time.Minute {
		t.Errorf("what was set is not kept: %+v", c)
	}
	got := []any{c.Listen, c.MaxSessions, c.MaxConnectionsPerSource, c.ConnectionRate, c.HandshakeTimeout, c.IdleTimeout, c.SessionTimeout, c.NoSessionTimeout, c.WriteTimeout, c.LogSource, c.MetricsListen}
	for i, want := range []any{":2222", 10000, 8, 5.0, 10 * time.Second, 10 * time.Minute, time.Hour, 10 * time.Second, 10 * time.Second, "full", ""} {
		if got[i] != want {
			t.Errorf("%v, want %v", got[i], want)
		}
	}
}
