/** enumerate(['a', 'b', 'c'], 'and') // => 'a, b and c' */
export const enumerate = (words: readonly string[], conjunction: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
