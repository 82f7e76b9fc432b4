import type { Speaker } from '../../talk.ts'

/** Somebody as front matter names them. */
export interface CalledPerson {
  /** What sites call them by, if it may be that: `ada-example`, `24`. */
  readonly call?: string
  /** Whoever that is if no page says it. */
  readonly speakers: readonly Speaker[]
}

/** Speakers whom a note of our own form names, some of whom may be called so. */
export function calledByName(speakers: readonly Speaker[]): readonly CalledPerson[] {
  const people = speakers.map((speaker): CalledPerson => {
    const call = slugOfPerson(speaker.name)
    return { ...(call !== undefined && { call }), speakers: [speaker] }
  })
  return people.some(({ call }) => call !== undefined) ? people : []
}

/** `ada-example`, `/speakers/ada-example/`, `speakers/ada-example.md` */
export const slugOfPerson = (text: string): string | undefined =>
  /^(?:[\w./-]{0,100}\/)?([\p{L}\p{N}][\p{L}\p{N}_-]{0,80})(?:\.(?:mdx?|ya?ml|json|toml))?\/?$/u.exec(
    text.trim(),
  )?.[1]
