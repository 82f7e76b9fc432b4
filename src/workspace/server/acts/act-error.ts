/** An act that cannot be done, said to the person who tried. Caught where acts are answered. */
export class ActError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ActError'
  }
}
