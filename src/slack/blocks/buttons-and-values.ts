import type { types } from '@slack/bolt'
import { z } from 'zod'
import { maxQuestionLength } from '../../answers/answer.ts'
import type { Talk } from '../../notes/talk.ts'
import { rememberingOf } from '../../text/remembering.ts'
import type { Tip } from '../../tips/tip.ts'
import { limits } from './limits.ts'
import { asPlainText, fitLine } from './message.ts'

export const actionIds = {
  fullNotes: 'full_notes',
  moreLikeThis: 'more_like_this',
  moreResults: 'more_results',
  share: 'share',
  /** Opens or closes a part of an answer, in its place. Followed by what it opens. */
  open: 'open_',
  /** As `open`, in a message of talks like one. Followed by what it opens. */
  openSimilar: 'related_',
  help: 'help',
  anotherTip: 'another_tip',
  tipUseful: 'tip_useful',
  tipNotUseful: 'tip_not_useful',
  tipSettings: 'tip_settings',
  /** Not a button, but the choice in the settings that changes which inputs follow. */
  tipSource: 'tip_source',
  /** Followed by a number, since the ids in one block must differ. */
  ask: 'ask_',
  /** Words about tips; followed by a number too. */
  sayTips: 'say_tips_',
} as const

/** A question and how many of its best talks to skip: what it takes to answer it again. */
export interface AskedPage {
  readonly question: string
  readonly offset: number
  /** The version of the notes on the page before: once they have changed, the next page would not follow it. */
  readonly corpusVersion?: string
  /** Whether unknown words are to be left as they are. */
  readonly isExact?: boolean
  /** What of the answer is open. */
  readonly open?: OpenPart | undefined
  /** Who has shared the answer, as Slack's user id. */
  readonly sharedBy?: string | undefined
}

/** A part of an answer that opens in its place: a talk, by its place among those shown, or what else one can do. */
export type OpenPart = number | 'more'

/** Talks like one, and which of them is open. */
interface OpenedSimilar {
  readonly talkId: string
  readonly open?: OpenPart | undefined
}

export const fullNotesButton = rememberingOf(
  ({ id, title }: Talk): types.Button =>
    button('Full notes', actionIds.fullNotes, idValue(id), `Full notes of ${title}`),
)

export const moreLikeThisButton = rememberingOf(
  ({ id, title }: Talk): types.Button =>
    button('More like this', actionIds.moreLikeThis, idValue(id), `More like this: ${title}`),
)

export function moreResultsButton(asked: AskedPage): types.Button {
  return button('More results', actionIds.moreResults, askedValue(asked))
}

export function shareButton(asked: AskedPage): types.Button {
  return button('Share in channel', actionIds.share, askedValue(asked))
}

/** Opens what else one can do with an answer, or closes it again. */
export function moreButton(asked: AskedPage, isOpen: boolean): types.Button {
  const value = askedValue({ ...asked, open: isOpen ? undefined : 'more' })
  return button(isOpen ? 'Less' : 'More…', `${actionIds.open}more`, value)
}

/** Opens a talk that is one line of an answer, or closes it again. */
export function showButton(asked: AskedPage, part: ShownTalk): types.Button {
  return openButton(part, `${actionIds.open}${part.place}`, (open) => askedValue({ ...asked, open }))
}

/** As `showButton`, in a message of talks like one. */
export function showSimilarButton(talkId: string, part: ShownTalk): types.Button {
  const actionId = `${actionIds.openSimilar}${part.place}`
  return openButton(part, actionId, (open) => `${version}${open ?? '-'} ${talkId}`)
}

/** A talk among those that a message shows. */
interface ShownTalk {
  readonly talk: Talk
  /** Among those of the message, from 0. */
  readonly place: number
  /** What it is called, if it is counted: `3`. */
  readonly number?: number
  readonly isOpen: boolean
}

function openButton(
  { talk, place, number, isOpen }: ShownTalk,
  actionId: string,
  valueFor: (open: OpenPart | undefined) => string,
): types.Button {
  const word = `${isOpen ? 'Hide' : 'Show'}${number === undefined ? '' : ` ${number}`}`
  return button(word, actionId, valueFor(isOpen ? undefined : place), `${word}: ${talk.title}`)
}

export function helpButton(): types.Button {
  return button('What can I ask?', actionIds.help, version)
}

export function anotherTipButton(tip: Tip): types.Button {
  return button('Another tip', actionIds.anotherTip, idValue(tip.id), 'Another tip, for you alone')
}

export function tipVerdictButtons(tip: Tip): types.Button[] {
  return [
    button('Useful', actionIds.tipUseful, idValue(tip.id), 'This tip is useful'),
    button('Not useful', actionIds.tipNotUseful, idValue(tip.id), 'This tip is not useful'),
  ]
}

export function tipSettingsButton(): types.Button {
  return button('Settings', actionIds.tipSettings, version, 'Settings of the daily tips')
}

/** Words about tips that a click says. */
export interface TipsSaying {
  readonly words: string
  /** What the button says. */
  readonly label: string
}

export function tipsButtons(sayings: readonly TipsSaying[]): types.Button[] {
  return sayings
    .filter(({ words }) => words !== '' && words.length <= maxQuestionLength)
    .slice(0, 5)
    .map(({ words, label }, index) => button(label, `${actionIds.sayTips}${index}`, version + words))
}

/** A question that a click asks. */
export interface Offer {
  readonly question: string
  /** What the button says, if that is not the question itself. */
  readonly label?: string
  readonly isExact?: boolean
}

/** Questions that a click asks. Those too long to be asked are left out. */
export function questionButtons(offers: readonly Offer[]): readonly types.Button[] {
  return offers
    .filter(({ question }) => question.trim() !== '' && question.length <= maxQuestionLength)
    .map(({ label, ...asked }) => ({ ...asked, label: fitLine(label ?? asked.question, limits.buttonText) }))
    .filter(({ label }) => label !== '')
    .map(({ label, ...asked }, index) =>
      button(label, `${actionIds.ask}${index}`, askedValue({ ...asked, offset: 0 })),
    )
}

/** One row of questions that a click asks. @param max how many fit */
export function askButtons(offers: readonly Offer[], max = 5): readonly types.ActionsBlock[] {
  return buttonRow(questionButtons(offers).slice(0, max))
}

/** Buttons side by side; no block without any, since Slack refuses that. */
export function buttonRow(buttons: readonly types.Button[]): readonly types.ActionsBlock[] {
  return buttons.length === 0 ? [] : [{ type: 'actions', elements: [...buttons] }]
}

/** The talk's or tip's id in a button's value; undefined if the value is not one that this version writes. */
export function readIdValue(value: unknown): string | undefined {
  return idValueSchema.safeParse(value).data?.slice(version.length)
}

/** As `readIdValue`, for the buttons that carry a question. */
export function readAskedValue(value: unknown): AskedPage | undefined {
  const parts = askedValueSchema.safeParse(value).data?.match(askedPattern)
  if (!parts) return undefined
  const [, offset, corpusVersion, exact, open, sharedBy, question = ''] = parts
  return {
    question,
    offset: Number(offset),
    ...(corpusVersion !== undefined && { corpusVersion }),
    ...(exact === '!' && { isExact: true }),
    ...(open !== undefined && { open: readOpen(open) }),
    ...(sharedBy !== undefined && { sharedBy }),
  }
}

/** As `readIdValue`, for the buttons in a message of talks like one. */
export function readSimilarValue(value: unknown): OpenedSimilar | undefined {
  const [, open = '', talkId = ''] = similarValueSchema.safeParse(value).data?.match(similarPattern) ?? []
  if (talkId === '') return undefined
  return { talkId, ...(open !== '-' && { open: readOpen(open) }) }
}

const readOpen = (open: string): OpenPart => (open === 'more' ? open : Number(open))

/** Every value begins with it, so that buttons of old messages are recognised if the form of values ever changes. */
const version = 'v1 '
/**
 * `v1 3@0123456789ab!+1~U012 which …`: the offset, the corpus version if any, `!` for an exact question, what is open, and
 * who has shared it.
 */
const askedPattern = /^v1 (\d{1,6})(?:@([\w-]{1,64}))?(!?)(?:\+(\d{1,3}|more))?(?:~(\w{1,32}))? ([\s\S]+)$/
const similarPattern = /^v1 (\d{1,3}|-) (\S[\s\S]*)$/
const idValueSchema = z.string().regex(/^v1 \S[\s\S]*$/)
const askedValueSchema = z.string().regex(askedPattern)
const similarValueSchema = z.string().regex(similarPattern)

/** Of a talk or a tip. */
const idValue = (id: string): string => version + id

function askedValue({ question, offset, corpusVersion, isExact, open, sharedBy }: AskedPage): string {
  const of = corpusVersion === undefined ? '' : `@${corpusVersion}`
  const opened = open === undefined ? '' : `+${open}`
  const by = sharedBy === undefined ? '' : `~${sharedBy}`
  return `${version}${offset}${of}${isExact ? '!' : ''}${opened}${by} ${question}`
}

function button(text: string, actionId: string, value: string, label?: string): types.Button {
  return {
    type: 'button',
    action_id: actionId,
    text: asPlainText(fitLine(text, limits.buttonText)),
    value,
    ...(label !== undefined && { accessibility_label: fitLine(label, limits.buttonText) }),
  }
}
