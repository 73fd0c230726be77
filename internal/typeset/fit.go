package typeset

import "sort"

// The sizes of the body text, in points, the distance of two baselines with each,
// in ems, and what spaces between paragraphs are multiplied by.
const (
	smallestSize = 8.6
	usualSize    = 9.4
	largestSize  = 10.6
	leastLeading = 1.22
	mostLeading  = 1.34
	leastAir     = 0.5
	mostAir      = 1.3
	fewPages     = 2
	steps        = 40
)

// step returns a setting on the way from the smallest type to the largest, with
// more space as the type grows.
func step(i int) setting {
	between := func(least, most float64) float64 { return least + float64(i)/steps*(most-least) }
	return setting{
		size:    between(smallestSize, largestSize),
		leading: between(leastLeading, mostLeading),
		air:     between(leastAir, mostAir),
	}
}

// usualStep is the first with the usual size.
const usualStep = int(steps * (usualSize - smallestSize) / (largestSize - smallestSize))

// fit lays the document out on as few pages as it can be read on, in the largest
// type that these have room for, so that the last page is not left nearly empty.
// What does not fit on two pages in the smallest type is set in no less than the
// usual one, on as many as it takes.
func (s *set) fit(paper Paper) *layout {
	first := 0
	least := s.paginate(paper, step(first))
	if least.count > fewPages {
		first = usualStep
		least = s.paginate(paper, step(first))
	}
	best := least
	sort.Search(steps-first, func(i int) bool {
		l := s.paginate(paper, step(first+i+1))
		if l.count > least.count {
			return true
		}
		if l.size > best.size {
			best = l
		}
		return false
	})
	return best
}
