/** What a programme calls a session by: `DEV317-R`, and not `AWS 2024`. */
export const isSessionCode = (line: string): boolean =>
  /^\p{Lu}{2,5}-?(?!(?:19|20)\d\d$)\d{2,4}(?:-\p{Lu}\d?)?$/u.test(line)
