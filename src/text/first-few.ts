/** `oars.csv, rope.csv, tar.csv and 4 more` */
export const firstFew = (names: readonly string[]): string =>
  `${names.slice(0, shown).join(', ')}${names.length > shown ? ` and ${(names.length - shown).toLocaleString('en')} more` : ''}`

const shown = 3
