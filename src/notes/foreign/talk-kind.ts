import type { TalkKind } from '../talk.ts'

/** The kind that a session's type, or else its title, names. */
export function talkKind(type: string, title: string): TalkKind {
  if (/\bkeynote/i.test(type) || /^(opening |closing )?keynote\b/i.test(title)) return 'keynote'
  if (/\blightning\b/i.test(type) || /\blightning talks?\b/i.test(title)) return 'lightning'
  return 'talk'
}

/** Whether a schedule's entry is no talk but a pause or a meal: nobody speaks, and its title says so. */
export const isPause = (title: string, speakers: number): boolean =>
  speakers === 0 &&
  /^(the )?(morning |afternoon |coffee |tea |lunch |short |long )*(break|pause|lunch|dinner|breakfast|coffee|registration|check-?in|doors open|get[- ]together|drinks|mittag(essen|spause)?|kaffeepause|kaffee)\b/i.test(
    title,
  )
