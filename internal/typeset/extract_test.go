package typeset_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/typeset"
)

// samples holds texts in scripts for which CI has fonts.
var samples = map[string][]string{
	"en": {"Office of efficient affairs", "fi ffi fl AVATAR – “it’s” naïve café; C++, 10 kg, ½, €, ₹, ₺, ✓, ★"},
	"pl": {"Zażółć gęślą jaźń", "Wrocław, Łódź: źdźbło"},
	"tr": {"İstanbul’da", "Iğdır, Şişli, ığüşöç"},
	"ru": {"Иван Петров", "Разработал платёжную систему, обслуживающую два миллиона пользователей."},
	"el": {"Νίκος Παπαδόπουλος", "Σχεδίασα και ανέπτυξα το σύστημα πληρωμών."},
	"ja": {"山田 太郎", "東京都渋谷区の株式会社で「決済基盤」の設計から運用までを主導し、障害件数を60%削減した（2021年3月）。"},
	"zh": {"李小龙", "负责支付系统的架构设计与开发，支持每秒一万笔交易。“快速失败，更快恢复”是我的原则。"},
	"ko": {"김철수", "결제 시스템의 설계와 운영을 담당했습니다. 배포 시간을 이틀에서 20분으로 단축했습니다."},
	"th": {"สมชาย ใจดี", "กำลังทำงานประจำที่กรุงเทพมหานคร น้ำใจดี ผู้ใช้มากกว่าสองล้านคน"},
	"hi": {"राहुल शर्मा", "क्षेत्रीय टीमों का नेतृत्व किया और श्रेष्ठ प्रदर्शन के लिए पुरस्कार प्राप्त किया।"},
	"ta": {"கவிதா", "தரவுத்தள அமைப்புகளை வடிவமைத்து, ஒரு மில்லியன் பயனர்களுக்கு சேவை செய்தேன்."},
	"bn": {"রাহুল সেন", "পেমেন্ট ব্যবস্থার নকশা ও পরিচালনার দায়িত্বে ছিলাম।"},
	"te": {"రాహుల్", "చెల్లింపు వ్యవస్థను రూపొందించి నిర్వహించాను."},
	"km": {"សុខា", "ខ្ញុំបានរចនាប្រព័ន្ធទូទាត់ប្រាក់សម្រាប់អ្នកប្រើប្រាស់ពីរលាននាក់។"},
	"lo": {"ສົມຊາຍ", "ຂ້ອຍໄດ້ອອກແບບລະບົບຊຳລະເງິນ"},
	"my": {"အောင်အောင်", "ငွေပေးချေမှုစနစ်ကို ဒီဇိုင်းရေးဆွဲခဲ့သည်။"},
	"ka": {"გიორგი", "დავაპროექტე გადახდის სისტემა ორი მილიონი მომხმარებლისთვის."},
	"hy": {"Արամ", "Նախագծել եմ վճարային համակարգը երկու միլիոն օգտատերերի համար։"},
	"am": {"አበበ በቀለ", "ለሁለት ሚሊዮን ተጠቃሚዎች የክፍያ ሥርዓት ነደፍኩ።"},
	"vi": {"Nguyễn Văn Đức", "Thiết kế hệ thống thanh toán phục vụ hai triệu người dùng."},
}

// rightToLeftSamples have one direction only: programs disagree on the order of the parts
// of a line with both.
var rightToLeftSamples = map[string][]string{
	"ar": {"محمد أحمد", "قمت بتصميم وتطوير نظام الدفع الذي يخدم ملايين المستخدمين في الرياض ولا أزال"},
	"he": {"דן לוי", "תכננתי ופיתחתי מערכת תשלומים לשני מיליון משתמשים בתל אביב"},
}

// sample returns a document with the texts.
func sample(lang string, texts []string) *typeset.Document {
	d := &typeset.Document{Lang: lang, RightToLeft: rightToLeftSamples[lang] != nil, Title: texts[0]}
	d.Paragraphs = append(d.Paragraphs, typeset.Paragraph{
		Spans: []typeset.Span{{Text: texts[0], Style: typeset.Style{Face: typeset.Bold}}}, Level: 1, Size: 2,
	})
	for range 2 {
		d.Paragraphs = append(d.Paragraphs, typeset.Paragraph{Spans: []typeset.Span{{Text: texts[1]}}, Mark: "•", Above: 0.5})
	}
	return d
}

// expectFonts skips a test if the system has no fonts for a document. In CI, it fails the
// test.
func expectFonts(t *testing.T, d *typeset.Document) {
	t.Helper()
	missing := d.Missing()
	if len(missing) > 0 {
		missingHere(t, "no font has %c (Debian: fonts-noto-core, fonts-noto-cjk)", missing[0])
	}
}

func missingHere(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// extractor is a program that extracts the text of PDFs: of one FILE, or of all FILES.
type extractor struct {
	debian  string
	command []string
}

var extractors = []extractor{
	{"poppler-utils", []string{"pdftotext", "-enc", "UTF-8", "FILE", "-"}},
	{"poppler-utils", []string{"pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-"}},
	{"poppler-utils", []string{"pdftotext", "-layout", "-enc", "UTF-8", "FILE", "-"}},
	{"mupdf-tools", []string{"mutool", "draw", "-q", "-F", "txt", "FILES"}},
	{"python3-pdfminer", []string{"/usr/bin/python3", "-c", "import sys; from pdfminer.high_level import extract_text; [sys.stdout.buffer.write(extract_text(f).encode()) for f in sys.argv[1:]]", "FILES"}},
}

// extracted returns the texts that a program extracts from files of one page, with white space collapsed and
// without the directional marks that it adds.
func (e extractor) extracted(t *testing.T, files ...string) []string {
	t.Helper()
	if _, err := exec.LookPath(e.command[0]); err != nil {
		missingHere(t, "%s (Debian: %s) is not installed", e.command[0], e.debian)
	}
	var all strings.Builder
	run := func(place string, files ...string) {
		at := slices.Index(e.command, place)
		args := slices.Concat(e.command[1:at], files, e.command[at+1:])
		out, err := exec.Command(e.command[0], args...).Output()
		if err != nil {
			missingHere(t, "%s (Debian: %s): %v", e.command[0], e.debian, err)
		}
		all.Write(out)
	}
	if slices.Contains(e.command, "FILES") {
		run("FILES", files...)
	} else {
		for _, file := range files {
			run("FILE", file)
		}
	}
	text := strings.Map(func(r rune) rune {
		if r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, all.String())
	pages := strings.Split(text, "\f")
	for i, page := range pages {
		pages[i] = strings.Join(strings.Fields(page), " ")
	}
	if pages = pages[:len(pages)-1]; len(pages) != len(files) {
		t.Fatalf("%v: %d pages of %d files", e.command[:2], len(pages), len(files))
	}
	return pages
}

func written(t *testing.T, d *typeset.Document) string {
	t.Helper()
	return writtenTo(t, t.TempDir(), d)
}

func writtenTo(t *testing.T, folder string, d *typeset.Document) string {
	t.Helper()
	data, err := d.PDF(typeset.Paper{Width: 595, Height: 842})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, d.Lang+".pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// eachExtracted calls check with what each program extracts from documents with texts in several languages.
func eachExtracted(t *testing.T, in map[string][]string, check func(t *testing.T, e extractor, lang, text string)) {
	t.Helper()
	var langs, files []string
	folder := t.TempDir()
	for lang, texts := range in {
		t.Run(lang, func(t *testing.T) {
			d := sample(lang, texts)
			expectFonts(t, d)
			langs, files = append(langs, lang), append(files, writtenTo(t, folder, d))
		})
	}
	if len(files) == 0 {
		return // each has been skipped
	}
	for _, e := range extractors {
		t.Run(strings.Join(e.command[:2], " "), func(t *testing.T) {
			t.Parallel()
			for i, text := range e.extracted(t, files...) {
				check(t, e, langs[i], text)
			}
		})
	}
}

func TestExtractedTextIsTheTextInEveryScript(t *testing.T) {
	t.Parallel()
	eachExtracted(t, samples, func(t *testing.T, e extractor, lang, text string) {
		t.Helper()
		for _, want := range samples[lang] {
			// Some scripts have line ends between any two characters.
			if !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(want, " ", "")) {
				t.Errorf("%v: no %q in %q", e.command[:2], want, text)
			}
		}
	})
}

// TestPopplerExtractsRightToLeftText covers the visual order of such text. MuPDF and pdfminer leave it in that order.
func TestPopplerExtractsRightToLeftText(t *testing.T) {
	t.Parallel()
	eachExtracted(t, rightToLeftSamples, func(t *testing.T, e extractor, lang, text string) {
		t.Helper()
		for _, want := range rightToLeftSamples[lang] {
			seen := reversed(want)
			ordered := e.command[0] == "pdftotext" && e.command[1] != "-raw"
			if ordered && !strings.Contains(text, want) || e.command[0] == "mutool" && lang == "he" && !strings.Contains(text, seen) {
				t.Errorf("%v: no %q in %q", e.command[:2], want, text)
			}
		}
	})
}

// TestPopplerExtractsTextInBothDirections covers names, figures and punctuation in right-to-left text. A | is a
// right-to-left mark (U+200F), which docs/reference.md mentions.
func TestPopplerExtractsTextInBothDirections(t *testing.T) {
	for lang, want := range map[string]string{
		"ar": "قدت نقل التطبيق على Kubernetes| فأصبح الإصدار يوميا،| بلغة Go| وقاعدة PostgreSQL|:| بنسبة 99|.",
		"he": "הובלתי מעבר על Kubernetes| והשחרור יומי,| ב-|Go| וב-|PostgreSQL|:| זמן התגובה 60%|.",
	} {
		t.Run(lang, func(t *testing.T) {
			d := sample(lang, []string{"", strings.ReplaceAll(want, "|", "")})
			expectFonts(t, d)
			file := written(t, d)
			for _, e := range []int{0, 2} {
				got := strings.ReplaceAll(extractors[e].extracted(t, file)[0], "\u200f", "|")
				if !strings.Contains(got, want) {
					t.Errorf("%v: no %q in %q", extractors[e].command, want, got)
				}
			}
		})
	}
}

// TestCompoundsKeepTheirHyphensAtTheEndOfALine breaks a line at the hyphen of a compound. That hyphen alone has a mark
// (U+200B), which docs/reference.md mentions.
func TestCompoundsKeepTheirHyphensAtTheEndOfALine(t *testing.T) {
	word := strings.Repeat("Wissenstransfer-", 12) + "Ende"
	file := written(t, sample("de", []string{"Jo", word}))
	for _, e := range extractors {
		got := strings.ReplaceAll(e.extracted(t, file)[0], " ", "")
		lines := strings.Count(got, "\u200b")
		if got = strings.ReplaceAll(got, "-\u200b", "-"); lines != 2 || !strings.Contains(got, word) {
			t.Errorf("%v: %d marks, or no %q in %q", e.command[:2], lines, word, got)
		}
	}
}

func reversed(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

func TestQPDFFindsNoErrors(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("qpdf"); err != nil {
		missingHere(t, "qpdf (Debian: qpdf) is not installed")
	}
	for lang, texts := range samples {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := sample(lang, texts)
			expectFonts(t, d)
			if out, err := exec.Command("qpdf", "--check", written(t, d)).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestOnePageInOneScriptIsSmall(t *testing.T) {
	t.Parallel()
	const most = 60 << 10
	for lang, texts := range samples {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			d := sample(lang, texts)
			expectFonts(t, d)
			for range 12 {
				d.Paragraphs = append(d.Paragraphs, d.Paragraphs[1:3]...)
			}
			data, err := d.PDF(typeset.Paper{Width: 595, Height: 842})
			if err != nil {
				t.Fatal(err)
			}
			if len(data) > most {
				t.Errorf("%d KiB", len(data)>>10)
			}
		})
	}
}

func TestProgramsDoNotExtractTheTextOfDrawings(t *testing.T) {
	d := sample("en", samples["en"])
	d.Paragraphs = append(d.Paragraphs, typeset.Paragraph{Cells: []typeset.Cell{{To: 1, Text: "Decoration"}}})
	file := written(t, d)
	for _, e := range extractors {
		if got := e.extracted(t, file)[0]; strings.Contains(got, "Decoration") {
			t.Errorf("%v: got %q", e.command[:2], got)
		}
	}
}
