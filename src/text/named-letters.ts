/** What a sign upon a letter is called behind it: `&eacute;`. */
const signs = {
  acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', ring: '\u030a', cedil: '\u0327',
  caron: '\u030c',
} // biome-ignore format: a table

const others: readonly (readonly [string, string])[] = [
  ['szlig', 'ß'], ['aelig', 'æ'], ['AElig', 'Æ'], ['oelig', 'œ'], ['OElig', 'Œ'], ['oslash', 'ø'], ['Oslash', 'Ø'],
  ['eth', 'ð'], ['ETH', 'Ð'], ['thorn', 'þ'], ['THORN', 'Þ'], ['lstrok', 'ł'], ['Lstrok', 'Ł'],
  ['iquest', '¿'], ['iexcl', '¡'], ['sect', '§'], ['bdquo', '„'], ['sbquo', '‚'],
] // biome-ignore format: a table

const lettersWithSigns = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((letter) =>
  Object.entries(signs).map(
    ([name, sign]) => [`${letter}${name}`, `${letter}${sign}`.normalize('NFC')] as const,
  ),
)

/** Letters that HTML names, and signs around words, by these names. A letter that there is not would be of two characters. */
export const namedLetters: ReadonlyMap<string, string> = new Map([
  ...lettersWithSigns.filter(([, letter]) => letter.length === 1),
  ...others,
])

export const readNamedLetters = (text: string): string =>
  text.replace(/&(\w{3,8});/g, (typed, name: string) => namedLetters.get(name) ?? typed)

const names = new Map([...namedLetters].map(([name, letter]) => [letter, name]))

/** As a document has it that names all such letters: `Ren&eacute;e`. */
export const withLettersNamed = (text: string): string =>
  text.normalize('NFC').replace(/[^\p{ASCII}]/gu, (letter) => {
    const name = names.get(letter)
    return name === undefined ? letter : `&${name};`
  })
