import { webAddress } from '../../../text/web-address.ts'
import type { FollowUp, Passage, Section } from '../../talk.ts'
import { isBoxed, isLabelledToDo, isTicked, withoutBox } from '../../to-dos.ts'

/**
 * What somebody has noted to do after a talk, which stays in the text too: items with an open box and what is labelled so, anywhere,
 * and all items below such a heading. What is ticked is done, and so is what stands below it.
 */
export const followUpsOfSections = (sections: readonly Section[]): readonly FollowUp[] =>
  sections.flatMap((section) => (section.isTranscript ? [] : followUpsOfSection(section)))

function followUpsOfSection({ title, passages }: Section): readonly FollowUp[] {
  const followUps: FollowUp[] = []
  // The next steps that a talk tells of have no boxes.
  const isBelowHeading =
    isFollowUpTitle(title) || (/^next steps:?$/i.test(title) && passages.some(({ text }) => isBoxed(text)))
  let leadIn: Passage | undefined
  let done: Passage | undefined
  for (const passage of passages) {
    const { form, text, depth } = passage
    const isItem = form === 'bullet'
    const isBelow = (above: Passage | undefined) => isItem && above !== undefined && depth > depthAbove(above)
    const isLeadIn = isFollowUpTitle(text)
    if (isLeadIn || !isBelow(leadIn)) leadIn = isLeadIn ? passage : undefined
    if (!isBelow(done)) done = isTicked(text) ? passage : undefined
    if (isLeadIn || done !== undefined || form === 'code') continue
    const isListed = (isBelowHeading || leadIn !== undefined) && depth <= 1
    if (isLabelledToDo(text) || (isItem && (isListed || isBoxed(text)))) followUps.push(followUpOf(text))
  }
  return followUps
}

/** Items stand below a paragraph whatever their depth. */
const depthAbove = ({ form, depth }: Passage): number => (form === 'bullet' ? depth : -1)

const isFollowUpTitle = (heading: string): boolean => followUpTitle.test(heading.replace(/[:.]$/, '').trim())

const followUpTitle = /^(?:my |our )?(?:follow[- ]?ups?|action items?|to[- ]?dos?)$/i

/** An item, and its address if it leads to one: `Try the bowline (https://knots.example)`. */
function followUpOf(item: string): FollowUp {
  const said = withoutBox(item).replace(/^(?:to[- ]?do|action item)\s*:\s*(?=\S)/i, '')
  const [link = '', address = '', ...others] = [...said.matchAll(/\s*\((https?:\/\/[^\s()]+)\)/g)].flat()
  const url = others.length === 0 ? webAddress(address) : undefined
  return url === undefined ? { text: said } : { text: said.replace(link, ''), url }
}
