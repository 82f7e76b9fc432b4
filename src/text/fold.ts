import { withoutInvisible } from './invisible.ts'

/**
 * One spelling for all the ways a word can be typed: compatibility forms, case and Latin, Greek and Cyrillic accents
 * are folded away, and so are the marks that Hebrew and Arabic texts mostly go without (niqqud, tashkeel, hamza) and the
 * Arabic letters that keyboards differ in, and what nobody sees. Marks that change a letter's identity (Japanese voicing, Indic vowels) stay.
 * @example fold('Zürich') // => 'zurich'
 * @example fold('ﬁle Nº 5') // => 'file no 5'
 * @example fold('شَبَكة إلى') // => 'شبكة الى'
 */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(droppedMarks, '')
    .replace(/[ßøæœłđħŧıþςیک]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}

/** Accents; niqqud and cantillation; tatweel; tashkeel, with the hamza and madda that alef can carry. */
const droppedMarks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
  ی: 'ي',
  ک: 'ك',
}

/**
 * One spelling for all the ways a name can be typed, be it of a person, a tag, an event or a talk: as `fold`, and
 * whatever stands between its words is one blank. `+` and `#` behind a letter stay, for they tell names apart. A name of
 * nothing but signs stays one.
 * @example foldName('#Web-Framework') // => 'web framework'
 * @example foldName('C++, C# & Zürich') // => 'c++ c# zurich'
 */
export function foldName(name: string): string {
  const folded = fold(name)
  return folded.replace(gap, ' ').trim() || folded.trim()
}

const gap = /(?:(?<![\p{L}\p{M}\p{N}+#])[+#]+|[^\p{L}\p{M}\p{N}+#]+)+/gu
