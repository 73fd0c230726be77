package server

// give writes the résumé in a format: the same bytes for all, other than on a
// terminal.
func (s *Server) give(sess *session, d *document) {
	content, err := d.content()
	switch {
	case err != nil:
		s.metrics.fault(errorDocument)
		s.log.Error("format failed", "id", sess.id, "format", d.Name, "because", err)
		sess.refuse("the "+d.Name+" could not be made; please try another format", sess.env.ascii(), 1)
	case !sess.hasPty:
		_, _ = sess.send(sess.Channel, content)
	case d.Binary:
		sess.refuse(d.Name+" is not for a terminal; try: "+s.address(sess).SSH(d.Name, "> "+d.File), sess.env.ascii(), 1)
	default:
		sess.print(string(content))
	}
}
