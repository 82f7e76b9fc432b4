/**
 * `oars.csv, rope.csv, tar.csv and 4 more`
 * @param between a semicolon, if commas may stand in them
 */
export const firstFew = (names: readonly string[], between = ', '): string =>
  `${names.slice(0, fewShown).join(between)}${names.length > fewShown ? `${between.replace(',', '')}and ${(names.length - fewShown).toLocaleString('en')} more` : ''}`

const fewShown = 3
