/**
 * What to type to see all problems of a folder of notes, set off from the sentence that it stands in.
 *
 * checkCommand('corpus') // => '"npx hallway check corpus"'
 */
export const checkCommand = (folder: string): string =>
  /^[\w.~/\\:@+-]+$/.test(folder) ? `"npx hallway check ${folder}"` : `npx hallway check "${folder}"`
