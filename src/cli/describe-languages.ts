import { pathForPeople } from '../files/path-for-people.ts'
import type { FileReading } from '../notes/corpus/file-reading.ts'
import type { Talk } from '../notes/talk.ts'
import { languageName } from '../search/filter/doc-values.ts'
import { amountOf } from '../text/amount-of.ts'
import { firstFew } from '../text/first-few.ts'

/** Notes that look as if they were in another language than English, and say none. Says what to do, a line a language. */
export function describeLanguages(files: readonly FileReading[]): readonly string[] {
  const looking = files.flatMap(({ path, talks }) => {
    const language = languageThatShows(talks.map(({ value }) => value))
    return language === undefined ? [] : [{ language, path: pathForPeople(path) }]
  })
  return [...Map.groupBy(looking, ({ language }) => language)].map(([language, notes]) => {
    const [look, say] = notes.length === 1 ? ['looks', 'says'] : ['look', 'say']
    const those = `${amountOf(notes.length, 'note')} ${look} ${languageName(language)} and ${say} no language`
    return `  ${those}: ${firstFew(notes.map(({ path }) => path))}. With \`language: ${language}\` in front matter, or in a line below the title, any form of a word finds what it says.`
  })
}

/** Undefined if it is what the notes say, or nothing tells. */
function languageThatShows(talks: readonly Talk[]): string | undefined {
  const words = talks
    .filter(({ language }) => language === 'en')
    .flatMap(({ summary, takeaways, sections }) => [
      summary,
      ...takeaways,
      ...sections.flatMap(({ passages }) => passages),
    ])
    .filter(({ form }) => form !== 'code')
    .flatMap(({ text }) => text.toLowerCase().split(/\s+/))
    .filter((word) => !ofAddresses.test(word))
    .flatMap((word) => word.match(/\p{L}+/gu) ?? [])
  const [most] = Array.from(smallWords, ([language, known]) => ({
    language,
    found: words.filter((word) => known.has(word)),
  })).sort((one, other) => other.found.length - one.found.length)
  const isSure =
    most && most.found.length >= words.length * minShare && new Set(most.found).size >= minDifferent
  return isSure ? most.language : undefined
}

/** `oars.com`, `@los_remos` */
const ofAddresses = /[/@_]|\.\p{L}/u
/** Of English notes with some sentences in another language, fewer are. */
const minShare = 0.12
/** A name or a title has fewer. */
const minDifferent = 5

/** The words that stand most often in texts of a language, and in none in English. */
const smallWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'und nicht der das ist mit für auf von wir sich auch werden wird eine ein einen dem den des zu wie bei nur oder aber seit sind dass',
    fr: 'le les des est une un dans que qui pas sur avec ce nous et du aux il sont',
    es: 'el los las una que por con es más como pero del se está y lo un',
    it: 'il gli che non una con sono di è del della nel più anche si un',
    pt: 'os uma que não com em é mais da dos das por como se um',
    nl: 'het een van niet zijn voor met dat op ook maar wij en de',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)
