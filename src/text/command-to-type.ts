import { sep } from 'node:path'

/**
 * A command of Hallway as a shell takes it in a clone, set off from the sentence that it stands in.
 *
 *     commandToType('import', 'my talks.csv') // => '`npx hallway import "my talks.csv"`'
 */
export const commandToType = (...words: readonly string[]): string =>
  `\`npx hallway ${words.map(quoted).join(' ')}\``

/** Double quotes are what shells of all systems know; single ones hold what a Unix shell would read within those. */
function quoted(word: string): string {
  // On Windows a backslash sets folders apart.
  const plain = word.split(sep).join('/')
  if (/^[\w./:@+-][\w.~/:@+-]*$/.test(plain)) return word
  return /[$"`!\\]/.test(plain) ? `'${word.replaceAll("'", String.raw`'\''`)}'` : `"${word}"`
}
