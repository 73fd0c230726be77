package typeset

import "sort"

// The range of the settings: sizes in points, leading in ems, and factors for the
// space between paragraphs.
const (
	minSize    = 8.6
	usualSize  = 9.4
	maxSize    = 10.6
	minLeading = 1.22
	maxLeading = 1.34
	minSpacing = 0.5
	maxSpacing = 1.3
	fewPages   = 2
	steps      = 40
)

// step returns one of the settings from the tightest, 0, to the most generous, steps.
func step(i int) setting {
	between := func(least, most float64) float64 { return least + float64(i)/steps*(most-least) }
	return setting{
		size:    between(minSize, maxSize),
		leading: between(minLeading, maxLeading),
		spacing: between(minSpacing, maxSpacing),
	}
}

// usualStep is the step at which the type has its usual size.
const usualStep = int(steps * (usualSize - minSize) / (maxSize - minSize))

// fit lays out the document on as few pages as possible, and then in the largest
// setting that needs no more, so that the last page is not nearly empty. A document
// that needs more than two pages in the smallest type gets at least the usual size.
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
