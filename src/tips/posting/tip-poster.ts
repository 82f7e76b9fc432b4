import type { Corpus } from '../../notes/corpus.ts'
import type { TipChannel } from '../../store/store.ts'
import { createTipSource, type TipFilter } from '../tip.ts'
import { lookAfterChannel } from './look-after-channel.ts'
import type { PostResult } from './post-result.ts'
import { postTip } from './post-tip.ts'
import type { PostingParts } from './posting-parts.ts'
import { createRecheckAfterEdits } from './recheck-after-edits.ts'
import { occasionOfRequest } from './tip-occasion.ts'
import { defaultTipPolicy, type TipPolicy } from './tip-policy.ts'
import type { InstantTipSender } from './tip-sender.ts'

/** What the poster needs; tests replace Slack and the clock. */
export interface TipPosterParts extends Omit<PostingParts, 'tips' | 'policy'> {
  readonly corpus: () => Corpus
  /** For tips on request, which must appear at once. */
  readonly instantSender: InstantTipSender
  readonly policy?: Partial<TipPolicy> | undefined
}

export interface TipPoster {
  /** As `lookAfterChannel`. */
  lookAfter(channel: TipChannel): Promise<PostResult | undefined>
  /** As `createRecheckAfterEdits`. */
  recheckAfterEdits(teamId?: string): Promise<void>
  /**
   * Posts the next tip of the channel's rotation at once. `request` identifies what was asked for, so that the same request
   * delivered twice posts one tip.
   */
  postNow(wish: {
    readonly channel: TipChannel
    readonly filter: TipFilter
    readonly request: string
  }): Promise<PostResult>
}

export function createTipPoster({ corpus, instantSender, policy, ...given }: TipPosterParts): TipPoster {
  const parts = { ...given, tips: createTipSource(corpus), policy: { ...defaultTipPolicy, ...policy } }
  return {
    lookAfter: (channel) => lookAfterChannel(channel, parts),
    recheckAfterEdits: createRecheckAfterEdits({ ...parts, corpus }),
    postNow: ({ channel, filter, request }) =>
      postTip(
        {
          occasion: { ...channel, occasion: occasionOfRequest(request) },
          at: parts.now(),
          isOpen: true,
          filter,
          isOnRequest: true,
        },
        { ...parts, sender: instantSender },
      ),
  }
}
