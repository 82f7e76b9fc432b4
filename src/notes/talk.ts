/** What the notes hold: plain, immutable values. Files become talks in parse-talk.ts; nothing here does I/O. */

export const talkKinds = ['keynote', 'talk', 'lightning', 'notes'] as const
export type TalkKind = (typeof talkKinds)[number]

export const linkKinds = ['video', 'slides', 'code', 'docs', 'site'] as const
export type LinkKind = (typeof linkKinds)[number]

/** A conference or meetup: one folder of the corpus, described by its event.yml. */
export interface Event {
  /** The folder's name, e.g. `europython-2012`. */
  readonly id: string
  readonly name: string
  /** Local dates, `YYYY-MM-DD`. */
  readonly starts?: string
  readonly ends?: string
  readonly year?: number
  readonly place?: string
  readonly url?: string
  /** IANA name or offset (`+02:00`) of the clocks that its times are by; if absent, whoever asks is taken to be there. */
  readonly zone?: string
}

/** One time at which a talk is given, by the clocks of the event's place. */
export interface Slot {
  /** The local day, `YYYY-MM-DD`. */
  readonly date?: string
  /** `HH:MM`. */
  readonly starts?: string
  /** `HH:MM`; if not after `starts`, on the day after. */
  readonly ends?: string
  readonly room?: string
}

export interface Speaker {
  readonly name: string
  /** With its `@`, as the notes give it. */
  readonly handle?: string
}

export interface Link {
  readonly title: string
  /** Always http or https. */
  readonly url: string
  readonly kind: LinkKind
}

/** Something the notes ask the reader to look at, try or ask. */
export interface FollowUp {
  readonly text: string
  readonly url?: string
}

/** The smallest piece of a note that an answer can quote: a paragraph, a list item or a block of code. */
export interface Passage {
  readonly form: 'paragraph' | 'bullet' | 'code'
  /** Plain text without Markdown; the address of an inline link follows its text in parentheses. */
  readonly text: string
  /** 1-based line of the file on which the passage starts. */
  readonly line: number
  /** Nesting of a bullet, from 0. */
  readonly depth: number
}

export interface Section {
  readonly title: string
  readonly line: number
  readonly passages: readonly Passage[]
  /**
   * Whether it holds what was said word by word, as a program wrote it down: that ranks below what a person wrote, is quoted
   * after it, and is never a tip. Default: no.
   */
  readonly isTranscript?: boolean
}

/** A talk as somebody else's notes or format tell it, before it is one of ours. */
export interface ToldTalk extends Slot {
  /** What tells it from all others of its source: the same talk has the same key when it is read again. */
  readonly key: string
  readonly title: string
  readonly kind: TalkKind
  readonly speakers: readonly Speaker[]
  readonly tags: readonly string[]
  readonly links: readonly Link[]
  /** As the source writes it: `de`, `eng`, `de_DE`, `English`. */
  readonly language?: string
  /** The other times that it is given. */
  readonly again?: readonly Slot[]
  readonly followUps?: readonly FollowUp[]
  readonly attendees?: readonly string[]
}

/** A talk is itself the first time that it is given: if its note says no day, the event's dates tell. */
export interface Talk extends Slot {
  /** `<event id>/<file name without .md>`, e.g. `europython-2012/kivy`. */
  readonly id: string
  readonly event: Event
  readonly title: string
  readonly kind: TalkKind
  readonly speakers: readonly Speaker[]
  readonly tags: readonly string[]
  readonly links: readonly Link[]
  readonly followUps: readonly FollowUp[]
  /** People who were there and can be asked; free text. */
  readonly attendees: readonly string[]
  /** The other times that it is given. */
  readonly again?: readonly Slot[]
  /** BCP 47 language of the note, `en` if the note says nothing. */
  readonly language: string
  /** Path for people, relative to the working folder and with `/`, e.g. `corpus/europython-2012/kivy.md`. */
  readonly file: string
  /** Empty only if the note has no first paragraph (a problem that `hallway check` reports). */
  readonly summary: Passage
  readonly takeaways: readonly Passage[]
  /** Everything after the summary but the takeaways, in the file's order. */
  readonly sections: readonly Section[]
}
