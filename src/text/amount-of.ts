/**
 * How many there are of something, in words.
 *
 *     amountOf(1, 'talk') // => '1 talk'
 *     amountOf(21_715, 'talk') // => '21,715 talks'
 *     amountOf(2, 'entry', 'entries') // => '2 entries'
 */
export const amountOf = (count: number, one: string, several = `${one}s`): string =>
  // Up to a thousand nothing has to be put between digits, and what does that takes milliseconds to load.
  `${count < 1000 ? count : count.toLocaleString('en')} ${count === 1 ? one : several}`
