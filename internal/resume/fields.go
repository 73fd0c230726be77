package resume

import (
	"reflect"
	"slices"
	"strings"
)

// Field is a field of the owner's file, as the type and the tags of a field in resume.go declare it.
//
//	yaml:"name"     its name in the file; "-" is not in the file
//	is:"…"          properties, separated by spaces: a form (see Form), and any of
//	                added     JSON Resume lacks it
//	                required  it must be there
//	                key       one of the fields that tell entries of a list apart
//	                sole      a text in place of the whole group is this field
//	                prose     it must be translated, as rich texts must
//	                short     a text in place of the whole group is as good as the group
//	                open      unknown fields in this group are other programs' data
//	oneof:"a b"     the only words that it may be; for a Kind, the default is CustomKinds
//	was:"name"      its name before JSON Resume 1.0
//	example:"…"     an example in YAML
//	help:"…"        what it is, for the owner
type Field struct {
	Name, Was, Example, Help         string
	Go                               reflect.StructField
	Form                             Form
	OneOf                            []string
	Added, Required, Key, Sole, Open bool
	Short, Prose                     bool
}

// Form says how a field is written in the file, and so how it is read.
type Form string

// The forms. If the tag names none, the form follows from the type of the field.
const (
	FormLine      Form = "line"        // a text in one line
	FormRich      Form = "rich"        // a text in Markdown; see ParseText
	FormURL       Form = "url"         // a web address
	FormPicture   Form = "picture"     // the name of a file, a web address, or a picture as a data: address
	FormEmail     Form = "email"       // an e-mail address
	FormPhone     Form = "phone"       // a phone number
	FormLanguage  Form = "language"    // a BCP 47 language tag
	FormID        Form = "id"          // what visitors can type
	FormWord      Form = "word"        // one of a few words
	FormDate      Form = "date"        // a Date
	FormEnd       Form = "end"         // a Date that ends a period
	FormFlag      Form = "flag"        // true or false
	FormLines     Form = "lines"       // a list of texts, each in one line
	FormRichList  Form = "rich-list"   // a list of texts in Markdown
	FormOneOrMore Form = "one-or-more" // a text, or a list of texts
	FormColors    Form = "colors"      // a color as #rrggbb, or a list of two
	FormGroup     Form = "group"       // a group of fields
	FormGroups    Form = "groups"      // a list of groups
)

// table has the fields of Resume and of all groups in it.
var table = func() map[reflect.Type][]Field {
	all := map[reflect.Type][]Field{}
	addFields(all, reflect.TypeFor[Resume]())
	return all
}()

// Fields returns the fields of a group: of Resume, or of a struct in it.
func Fields(group reflect.Type) []Field { return table[group] }

func addFields(all map[reflect.Type][]Field, group reflect.Type) {
	if all[group] != nil {
		return
	}
	for f := range group.Fields() {
		name := f.Tag.Get("yaml")
		if name == "" || name == "-" {
			continue
		}
		is := strings.Fields(f.Tag.Get("is"))
		has := func(property string) bool {
			before := len(is)
			is = slices.DeleteFunc(is, func(p string) bool { return p == property })
			return len(is) < before
		}
		field := Field{
			Name: name, Was: f.Tag.Get("was"), Example: f.Tag.Get("example"), Help: f.Tag.Get("help"), Go: f,
			OneOf: strings.Fields(f.Tag.Get("oneof")),
			Added: has("added"), Required: has("required"), Key: has("key"), Sole: has("sole"), Open: has("open"),
			Short: has("short"), Prose: has("prose"),
		}
		if f.Type == reflect.TypeFor[Kind]() && len(field.OneOf) == 0 {
			field.OneOf = each(CustomKinds(), func(k Kind) string { return string(k) })
		}
		field.Form = Form(strings.Join(is, " ")) // what is left
		switch isList := f.Type.Kind() == reflect.Slice; {
		case field.Form == FormRich && isList:
			field.Form = FormRichList
		case field.Form != "":
		case len(field.OneOf) > 0:
			field.Form = FormWord
		case f.Type == reflect.TypeFor[Date]():
			field.Form = FormDate
		case f.Type.Kind() == reflect.Bool:
			field.Form = FormFlag
		case f.Type.Kind() == reflect.Struct:
			field.Form = FormGroup
		case isList && f.Type.Elem().Kind() == reflect.Struct:
			field.Form = FormGroups
		case isList:
			field.Form = FormLines
		default:
			field.Form = FormLine
		}
		all[group] = append(all[group], field)
		if inner := field.Group(); inner != nil {
			addFields(all, inner)
		}
	}
}

// Group returns the struct type of the field or of its entries; nil if they are not structs.
func (f Field) Group() reflect.Type {
	switch f.Form {
	case FormGroup:
		return f.Go.Type
	case FormGroups:
		return f.Go.Type.Elem()
	default:
		return nil
	}
}

// namesWhere returns the names of the fields of a group that are wanted.
func namesWhere(group reflect.Type, wanted func(Field) bool) []string {
	var all []string
	for _, f := range table[group] {
		if wanted(f) {
			all = append(all, f.Name)
		}
	}
	return all
}

// soleField returns the field that a text in place of the group stands for; empty if none.
func soleField(group reflect.Type) string {
	f, _ := find(table[group], func(f Field) bool { return f.Sole })
	return f.Name
}

// mapTexts changes every text in v, a struct of the table or a list, and copies every list on the way to one.
// The label of an Item, which is not a field, has no Field.
func mapTexts(v reflect.Value, change func(f Field, text string) string) {
	if item, ok := v.Addr().Interface().(*Item); ok {
		item.Label = change(Field{}, item.Label)
	}
	for _, f := range table[v.Type()] {
		switch field := v.FieldByIndex(f.Go.Index); {
		case f.Form == FormGroup:
			mapTexts(field, change)
		case field.Kind() == reflect.String:
			field.SetString(change(f, field.String()))
		case field.Kind() == reflect.Slice && !field.IsNil():
			field.Set(reflect.AppendSlice(reflect.Zero(field.Type()), field)) // the original is shared
			for _, entry := range field.Seq2() {
				if f.Form == FormGroups {
					mapTexts(entry, change)
				} else {
					entry.SetString(change(f, entry.String()))
				}
			}
		}
	}
}
