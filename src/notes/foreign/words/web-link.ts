import { trimAddress, webAddress } from '../../../text/web-address.ts'
import type { Link, LinkKind } from '../../talk.ts'

/**
 * A link of the kind that its title and address suggest; undefined for what is not an http(s) address. Sources take
 * addresses out of sentences, often with a full stop or bracket behind them, which are left out.
 */
export function webLink(url: unknown, title?: unknown, kind?: LinkKind): Link | undefined {
  const address = webAddress(typeof url === 'string' ? completeAddress(url) : url)
  if (!address) return undefined
  const given = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
  const host = new URL(address).hostname.replace(/^www\./, '')
  const name = given === '' || /^(https?:)?\/\//.test(given) ? undefined : given
  const sort = kind ?? kindOf(name ?? '', address, host)
  return { title: name ?? `${titles[sort]} ${host}`, url: address, kind: sort }
}

/** An address as people and programs write it: with blanks in it, or without its scheme. */
function completeAddress(url: string): string {
  const text = url.trim()
  if (/^www\.[\w-]+\.\S+$/i.test(text) || withoutScheme.test(text)) return `https://${trimAddress(text)}`
  if (/^\/\/[\w-]+\.\S+$/.test(text)) return `https:${trimAddress(text)}`
  // A bracket at the end of a path with blanks is a part of it.
  return /\s/.test(text) && /^https?:\/\//i.test(text) ? text.replace(/\s/g, '%20') : trimAddress(text)
}

/** A host and a path: `Node.js/Deno` is none. */
const withoutScheme = /^[a-z\d-]+(?:\.[a-z\d-]+){0,4}\.(?!(?:js|ts|py|md|net)\/)[a-z]{2,12}\/\S+$/

/** Whether an address is that of somebody's profile. */
export const isProfile = (address: string): boolean =>
  /^https?:\/\/(?:www\.)?(?:(?:twitter|x|github)\.com\/[\w-]+|linkedin\.com\/in\/[^/]+|[\w.]+\/@\w+)\/?$/i.test(
    address,
  )

/** Each address once, in order. */
export function distinctLinks(links: readonly (Link | undefined)[]): readonly Link[] {
  const byUrl = new Map<string, Link>()
  for (const link of links) if (link && !byUrl.has(link.url)) byUrl.set(link.url, link)
  return [...byUrl.values()].slice(0, 20)
}

const titles: Readonly<Record<LinkKind, string>> = {
  video: 'Video on',
  slides: 'Slides on',
  code: 'Code on',
  docs: 'Documentation on',
  site: 'Page on',
}

function kindOf(title: string, url: string, host: string): LinkKind {
  if (/(^|\.)(youtube\.com|youtu\.be|vimeo\.com|media\.ccc\.de|dailymotion\.com)$/.test(host)) return 'video'
  if (/^videos?\./.test(host) || /\.(mp4|webm|m4v|mov)$/i.test(url)) return 'video'
  if (/\bslides?\b|\bpresentation\b|\bdeck\b|\bfolien\b/i.test(title)) return 'slides'
  if (/\b(?:video|recording|aufzeichnung)\b/i.test(title)) return 'video'
  if (/presentation\/d\/|\.(pdf|pptx?|odp)$/i.test(url)) return 'slides'
  if (/(^|\.)(speakerdeck\.com|slideshare\.net|slides\.com)$/.test(host)) return 'slides'
  if (/(^|\.)(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht)$/.test(host)) return 'code'
  if (
    /\b(source code|code|repository|repo|sources?(?= *$))\b/i.test(title) &&
    !/open[- ]?source/i.test(title)
  )
    return 'code'
  if (/^docs?\.|readthedocs/.test(host) || /\bdocumentation\b|\bdocs\b/i.test(title)) return 'docs'
  return 'site'
}
