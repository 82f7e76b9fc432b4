/**
 * What of a web address people remember and ask for: its host; where code stands, its owner and name; and nothing where
 * all videos and slides stand, or where it is no address.
 * @example wordsOfAddress('https://www.kivy.org/docs') // => 'kivy.org'
 * @example wordsOfAddress('https://github.com/disqus/nydus') // => 'disqus nydus'
 */
export function wordsOfAddress(url = ''): string {
  if (!URL.canParse(url)) return ''
  const { hostname, pathname } = new URL(url)
  const host = hostname.replace(/^(?:www|m)\./, '')
  const named = codeHosts.get(host)
  if (named === undefined) return commonHosts.has(host) ? '' : host
  const segments = pathname.split('/').filter((segment) => segment !== '')
  return segments
    .slice(...named)
    .map((segment) => segment.replace(/\.git$/, ''))
    .join(' ')
}

/** Which segments of the path name what is there. */
const codeHosts: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['github.com', [0, 2]],
  ['gitlab.com', [0, 2]],
  ['bitbucket.org', [0, 2]],
  ['codeberg.org', [0, 2]],
  ['pypi.org', [1, 2]],
  ['pypi.python.org', [1, 2]],
])

/** So many talks link to these that they tell nothing about one. */
const commonHosts: ReadonlySet<string> = new Set([
  'youtube.com',
  'youtu.be',
  'vimeo.com',
  'archive.org',
  'speakerdeck.com',
  'slideshare.net',
  'slides.com',
  'docs.google.com',
  'drive.google.com',
  'dropbox.com',
  'twitter.com',
  'x.com',
  'gist.github.com',
  'tinyurl.com',
  'bit.ly',
])
