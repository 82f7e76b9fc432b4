import { dayNamesFolded, monthNamesFolded } from './day-names.ts'
import { plainWordAt } from './word-at.ts'

/** Whether a word says a day or a time, or is a number as of one: `tonight`, `Friday`, `Freitag`, `3pm`, `14`. */
export function isTimeWord(word: string): boolean {
  const plain = plainWordAt([word], 0)
  return timeWords.has(plain) || /^\d{1,4}(?:[:.h]\d{2})?(?:am|pm|h)?$/.test(plain)
}

const timeWords: ReadonlySet<string> = new Set([
  ...dayNamesFolded,
  ...monthNamesFolded,
  ...`today tomorrow yesterday tonight now noon midday midnight morning afternoon evening night weekend week
  heute gestern vorgestern morgen übermorgen jetzt vormittag mittag nachmittag abend nacht wochenende woche montag dienstag
  mittwoch donnerstag freitag samstag sonnabend sonntag`.split(/\s+/),
])
