/** `oars.csv, rope.csv, tar.csv and 4 more` */
export const firstFew = (names: readonly string[]): string =>
  `${names.slice(0, fewShown).join(', ')}${names.length > fewShown ? ` and ${(names.length - fewShown).toLocaleString('en')} more` : ''}`

const fewShown = 3
