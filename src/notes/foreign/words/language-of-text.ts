/**
 * The language that a text is in, by the small words that it has, as ISO 639-1 has it; undefined for English, for a language that is
 * not told apart, and if the text is too short to tell.
 *
 *     languageOfText('Der Mond zieht das Wasser, und nicht nur bei Ebbe') // => 'de'
 */
export function languageOfText(text: string): string | undefined {
  const words = text
    .slice(0, maxLength)
    .toLowerCase()
    .split(betweenWords)
    .filter((word) => /^\p{L}+\.?$/u.test(word))
  const known = words.flatMap((word) =>
    (languagesOf.get(word.replace('.', '')) ?? []).map((language) => ({ word, language })),
  )
  const [most] = [...Map.groupBy(known, ({ language }) => language)].sort(
    ([, one], [, other]) => other.length - one.length,
  )
  if (most === undefined) return undefined
  const [language, found] = most
  const isSure =
    found.length >= words.length * minShare && new Set(found.map(({ word }) => word)).size >= minDifferent
  return isSure ? language : undefined
}

/** The same of what was noted of a talk, without code. */
export const languageOfPassages = (
  passages: readonly { readonly form: string; readonly text: string }[],
): string | undefined =>
  languageOfText(passages.flatMap(({ form, text }) => (form === 'code' ? [] : text)).join('\n'))

/** More tells nothing new, in UTF-16 units. */
const maxLength = 4_000
/** `oars.com` and `@los_remos` are no words. */
const betweenWords = /[\s"“”„«»'’‘()[\],;:!?…*]+/
/** Of English notes with some sentences in another language, fewer are. */
const minShare = 0.12
/** A name or a title has fewer. */
const minDifferent = 4

/** The words that stand most often in texts of a language, and in none in English. */
const smallWords = {
  de: `und nicht der das ist mit für auf von wir sich auch werden wird eine ein einen einem einer dem des zu wie bei nur oder aber seit sind
      dass im beim nach aus vom zum zur kein keine noch schon mehr wurde haben kann ohne statt dann wenn gibt durch über unter sehr jeder jede
      davon dafür dazu damit weniger erst später`,
  fr: `le les des est une un dans que qui pas sur avec ce nous et du aux il sont cette ces ses leur sans mais comme être très chaque par
      elle ils ont été pour`,
  es: `el los las una que por con es más como pero del se está y lo un para sin sus su este esta cada muy también ser hay menos entre desde
      hasta cuando`,
  it: `il gli che non una con sono di è del della nel più anche si un dei delle senza ogni molto quando perché questo questa nella sul dal`,
  pt: `os uma que não com em é mais da dos das por como se um para sem seu sua cada muito também mas ser são há menos entre desde até pelo
      pela`,
  nl: 'het een van niet zijn voor met dat op ook maar wij en de wordt worden naar zoals deze dit geen bij uit nog veel',
}

/** By word: the languages that have it. */
const languagesOf = new Map<string, string[]>()
for (const [language, words] of Object.entries(smallWords))
  for (const word of words.split(/\s+/)) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])
