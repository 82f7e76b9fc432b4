import { createHash } from 'node:crypto'
import type { Corpus } from '../notes/corpus.ts'
import type { Passage, Talk } from '../notes/talk.ts'
import { foldName } from '../text/fold.ts'
import { forEachGivingWay } from '../text/giving-way.ts'
import { tipPassages } from './tip-passages.ts'

/** One passage of one talk: what a daily post shows. */
export interface Tip {
  /** `<talk id>#<hash of the passage's words>`: stays the same until the passage itself is reworded. */
  readonly id: string
  readonly talk: Talk
  readonly passage: Passage
}

/** What the tips of a channel are drawn from. Names are compared without regard to case, accents and punctuation. */
export type TipFilter =
  | { readonly kind: 'all' }
  /** An event by its id or its name. */
  | { readonly kind: 'event'; readonly event: string }
  /** Talks with any of these tags. */
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  /** Talks of any of these people, by name or handle. */
  | { readonly kind: 'speakers'; readonly speakers: readonly string[] }

/**
 * Every takeaway: the outermost bullets, since what is nested in one, or stands between them, does not stand alone. Of notes without
 * takeaways, what reads well alone. One that a talk repeats comes once.
 */
export function tipsOf(talk: Talk): readonly Tip[] {
  const tips = tipPassages(talk).map((passage): Tip => ({ id: tipId(talk.id, passage.text), talk, passage }))
  return [...new Map(tips.map((tip) => [tip.id, tip])).values()]
}

/** Those of all talks, in the order of the corpus. */
export async function allTips(corpus: Corpus): Promise<readonly Tip[]> {
  const tips: Tip[] = []
  await forEachGivingWay(corpus.talks, (talk) => {
    tips.push(...tipsOf(talk))
  })
  return tips
}

/** All tips of the corpus being served, read once per corpus. */
export type TipSource = () => Promise<readonly Tip[]>

export function createTipSource(corpus: () => Corpus): TipSource {
  let last: { readonly corpus: Corpus; readonly tips: Promise<readonly Tip[]> } | undefined
  return () => {
    const served = corpus()
    if (last?.corpus !== served) last = { corpus: served, tips: allTips(served) }
    return last.tips
  }
}

/** The tips that pass the filter, in their order. */
export function drawFrom(tips: readonly Tip[], filter: TipFilter): readonly Tip[] {
  const passes = talkFilter(filter)
  return tips.filter(({ talk }) => passes(talk))
}

/** Case, spacing and line breaks do not count, so a note can be tidied up without its tips coming again. */
function tipId(talkId: string, text: string): string {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).join(' ')
  return `${talkId}#${createHash('sha256').update(words).digest('hex').slice(0, 12)}`
}

function talkFilter(filter: TipFilter): (talk: Talk) => boolean {
  switch (filter.kind) {
    case 'all':
      return () => true
    case 'event': {
      const wanted = foldName(filter.event)
      return ({ event }) => foldName(event.id) === wanted || foldName(event.name) === wanted
    }
    case 'tags': {
      const wanted = new Set(filter.tags.map(foldName))
      return ({ tags }) => tags.some((tag) => wanted.has(foldName(tag)))
    }
    case 'speakers': {
      const wanted = new Set(filter.speakers.map(foldName))
      return ({ speakers }) =>
        speakers.some(
          ({ name, handle }) =>
            wanted.has(foldName(name)) || (handle !== undefined && wanted.has(foldName(handle))),
        )
    }
  }
}

/** Whether two names are meant to be the same, as far as filters go. */
export const isSameName = (a: string, b: string) => foldName(a) === foldName(b)
