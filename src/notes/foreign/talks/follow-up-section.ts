import { webAddress } from '../../../text/web-address.ts'
import type { FollowUp, Passage, Section } from '../../talk.ts'
import { isBoxed, isTicked, withoutBox } from '../../to-dos.ts'

/**
 * What somebody has noted to do after a talk: the items below such a heading, which stay in the text too. What is ticked is done.
 *
 * @param lineOf how an item was typed; by default its text has the box
 */
export function followUpsOfSections(
  sections: readonly Section[],
  lineOf: (item: Passage) => string = ({ text }) => text,
): readonly FollowUp[] {
  return sections.flatMap(({ title, passages }) => {
    const heading = title.replace(/[:.]$/, '').trim()
    const items = passages.filter(({ form, depth }) => form === 'bullet' && depth <= 1)
    // The next steps that a talk tells of have no boxes.
    const areToDos =
      followUpTitle.test(heading) ||
      (/^next steps$/i.test(heading) && items.some((item) => isBoxed(lineOf(item))))
    return areToDos ? items.filter((item) => !isTicked(lineOf(item))).map(({ text }) => followUpOf(text)) : []
  })
}

const followUpTitle = /^(?:my |our )?(?:follow[- ]?ups?|action items?|to[- ]?dos?)$/i

/** An item, and its address if it leads to one: `Try the bowline (https://knots.example)`. */
function followUpOf(item: string): FollowUp {
  const said = withoutBox(item).replace(/^to[- ]?do\s*:\s*(?=\S)/i, '')
  const [link = '', address = '', ...others] = [...said.matchAll(/\s*\((https?:\/\/[^\s()]+)\)/g)].flat()
  const url = others.length === 0 ? webAddress(address) : undefined
  return url === undefined ? { text: said } : { text: said.replace(link, ''), url }
}
