/**
 * One spelling for all the ways a word can be typed: compatibility forms, case and Latin, Greek and Cyrillic accents
 * are folded away. Marks that change a letter's identity (Japanese voicing, Indic vowels) stay.
 * @example fold('Zürich') // => 'zurich'
 * @example fold('ﬁle Nº 5') // => 'file no 5'
 */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßøæœłđıþς]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}

/** Letters that Unicode does not take apart into a plain letter and an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
}
