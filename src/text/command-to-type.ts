/**
 * A command of Hallway as a shell takes it in a clone, set off from the sentence that it stands in.
 *
 *     commandToType('import', 'my talks.csv') // => '`npx hallway import "my talks.csv"`'
 */
export const commandToType = (...words: readonly string[]): string =>
  `\`npx hallway ${words.map(quoted).join(' ')}\``

/** Double quotes are what shells of all systems know. */
const quoted = (word: string): string => (/^[\w.~/\\:@+-]+$/.test(word) ? word : `"${word}"`)
