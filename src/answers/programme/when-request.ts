/** What is asked of the time of a talk. */
export interface WhenRequest {
  /**
   * `when`, `where`, `end`, `length`: of the talk itself. `after`, `before`: what else is given there then. `meanwhile`: what is
   * given elsewhere. `place`: in which city or house an event is.
   */
  readonly asks: 'when' | 'where' | 'end' | 'length' | 'after' | 'before' | 'meanwhile' | 'place'
  /** What names the talk, as typed: its title, a speaker, a topic. */
  readonly named: string
  /** Whether it is said to be of a talk, so that a topic names it too. */
  readonly isTalk: boolean
}
