/**
 * Names with the same fold are one file on some file system: upper and lower case do not count (`ß` is `SS`),
 * nor whether an accent is part of its letter's character or one of its own. No folder is to hold two of them.
 * @example foldFileName('Kivy') === foldFileName('kivy') // => true
 */
export const foldFileName = (name: string): string =>
  // To upper case first: some letters have two lower ones, such as the two forms of sigma.
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
