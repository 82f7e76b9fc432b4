/** A question about the time of a talk. */
export interface WhenRequest {
  /**
   * `when`, `where`, `end`, `length`: of the talk itself. `after`, `before`: what else is given there then. `meanwhile`: what is
   * given elsewhere. `place`: in which city or house an event is.
   */
  readonly asks: 'when' | 'where' | 'end' | 'length' | 'after' | 'before' | 'meanwhile' | 'place'
  /** What names the talk, as typed: its title, a speaker, a topic. */
  readonly named: string
  /** Whether the question says that it is a talk, so that a topic can name it too. */
  readonly isTalk: boolean
}
