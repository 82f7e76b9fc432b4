/** Files of other programs by their names: what they are, and what to do with them. */
const forms: readonly (readonly [name: RegExp, what: string, todo: string])[] = [
  [
    /\.(?:docx?|odt|rtf|pages)$/i,
    'a document of a word processor',
    'save it as a web page (.html) or as text (.txt)',
  ],
  [/\.(?:xls[xm]?|ods|numbers)$/i, 'a spreadsheet', 'save its sheet as CSV (.csv)'],
  [/\.(?:pptx?|odp|key)$/i, 'a presentation', 'save what it says as text (.txt)'],
  [/\.pdf$/i, 'a PDF', 'save what it says as text (.txt)'],
  [/\.(?:zip|tar|tgz|7z|rar)(?:\.\w+)?$/i, 'an archive', 'unpack it'],
]

/** What a file that is no text is instead, by its name, and how its talks can be imported all the same. */
export function describeBinary(name: string): string {
  const [, what, todo] = forms.find(([known]) => known.test(name)) ?? []
  return what === undefined ? 'is no text' : `is ${what}: ${todo}, and import that`
}
