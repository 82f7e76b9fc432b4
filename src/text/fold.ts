/**
 * One spelling for all the ways a word can be typed: compatibility forms, case and Latin, Greek and Cyrillic accents are folded
 * away, and so are the marks that Hebrew and Arabic texts mostly go without (niqqud, tashkeel, hamza) and the Arabic letters
 * that keyboards differ in, and what nobody sees. Marks that change a letter's identity (Japanese voicing, Indic vowels) stay.
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

/**
 * Characters that nobody sees: soft hyphens, byte order marks, marks of direction, variation selectors. They come along when
 * text is copied, and change nothing of what it says. Joiners do between letters that are written joined, as in Persian.
 */
const invisible =
  /(?!(?<=(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu
/** In ASCII there are none: this is a faster look at most texts. */
const mayBeInvisible = /[^\0-\x7f]/

/** @example withoutInvisible('frame\u00adwork') // => 'framework' */
export function withoutInvisible(text: string): string {
  return mayBeInvisible.test(text) ? text.replace(invisible, '') : text
}

/** By place in `withoutInvisible(text)`, and for its end: the place in the text. Undefined if they are the same. */
export function placesOfVisible(text: string): Uint32Array | undefined {
  const visible = withoutInvisible(text)
  if (visible.length === text.length) return undefined
  const places = new Uint32Array(visible.length + 1)
  let next = 0
  let from = 0
  for (const { 0: dropped, index } of text.matchAll(invisible)) {
    for (; from < index; from++) places[next++] = from
    from += dropped.length
  }
  for (; from <= text.length; from++) places[next++] = from
  return places
}

/** All of Unicode's controls but tab and line break, and the separators that some take for line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is found
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
/** What turns the direction of all that follows until it is turned back, which a text that is cut may never do. */
const turns = /[\u202a-\u202e\u2066-\u2069]/g
const isHarmless = /^[\t\n -~]*$/

/**
 * A text that changes nothing but its own place when it is shown: no control characters, of which terminals obey some, and
 * no marks that embed, isolate or override a direction. Letters keep their own direction.
 */
export function harmless(text: string): string {
  // One look at most texts, which have none of them.
  return isHarmless.test(text) ? text : text.replace(controls, ' ').replace(turns, '')
}

/** The same value as JSON in which nothing has to be obeyed either: such characters are escaped. */
export function harmlessJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(controls, escaped).replace(turns, escaped)
}
