/** Small files of every kind that is read, with what they hold: the rows of the table in docs/importing.md. */

export interface SampleTalk {
  readonly title: string
  readonly event: string
  readonly speakers?: readonly string[]
  readonly date?: string
  readonly links?: readonly string[]
  readonly tags?: readonly string[]
}

export interface Sample {
  /** What people call it. */
  readonly kind: string
  /** How it becomes talks: notes are served as they lie, and can be imported too. */
  readonly by: 'serving' | 'import'
  readonly files: Readonly<Record<string, string>>
  readonly talks: readonly SampleTalk[]
}

export const samples: readonly Sample[] = [
  {
    kind: 'a Markdown file a talk, in folders named for the event',
    by: 'serving',
    files: {
      'oar-days-2023/tides.md': '# Reading the tides\n## Ada Beispiel\n\n- The flood runs six hours.\n',
      'oar-days-2023/knots.md':
        '# Knots that hold\nSpeaker: Ben Exemplar\n\n## Problem\n- Ropes slip.\n\n## Links\n- https://knots.example/bowline\n',
    },
    talks: [
      {
        title: 'Knots that hold',
        speakers: ['Ben Exemplar'],
        event: 'Oar Days 2023',
        links: ['https://knots.example/bowline'],
      },
      { title: 'Reading the tides', speakers: ['Ada Beispiel'], event: 'Oar Days 2023' },
    ],
  },
  {
    kind: 'bullets alone, the file named for the talk',
    by: 'serving',
    files: {
      'oar-days-2023/Sails-in-a-storm.md':
        '* Ada Beispiel - Engineer, Sail Works\n* Reef at five\n  * the main first\n',
    },
    talks: [{ title: 'Sails in a storm', speakers: ['Ada Beispiel'], event: 'Oar Days 2023' }],
  },
  {
    kind: 'files named for day and talk',
    by: 'serving',
    files: {
      'boat-meetup/2024-03-02-0930-rudders.md':
        '# Rudders that forgive by Ada Beispiel\n\n## Shape\n\n- Long and thin.\n',
      'boat-meetup/2024-03-02-keels.md': '# Keels by Ben Exemplar\n\n- Lead is heavy.\n',
    },
    talks: [
      { title: 'Keels', speakers: ['Ben Exemplar'], event: 'Boat Meetup', date: '2024-03-02' },
      { title: 'Rudders that forgive', speakers: ['Ada Beispiel'], event: 'Boat Meetup', date: '2024-03-02' },
    ],
  },
  {
    kind: 'one long file a conference, days as headings',
    by: 'serving',
    files: {
      'oar-days-2022.md':
        '# Oar Days 2022\n\n## Day 1\n\n### Masts of wood\n**Ada Beispiel** | Sail Works\n\n- Spruce bends.\n\n## Day 2\n\n### "Anchors: A History" by Ben Exemplar\n\n- Iron sinks.\n\n## Day 2\n\n### Buoys - Mia Muster, harbour master at Port Ltd\n\n- Paint them.\n',
    },
    talks: [
      { title: 'Anchors: A History', speakers: ['Ben Exemplar'], event: 'Oar Days 2022' },
      { title: 'Buoys', speakers: ['Mia Muster'], event: 'Oar Days 2022' },
      { title: 'Masts of wood', speakers: ['Ada Beispiel'], event: 'Oar Days 2022' },
    ],
  },
  {
    kind: 'days of digits, and titles in bold',
    by: 'serving',
    files: {
      'oar-days/days.md':
        '# 20220510\n\n## Tar\n\n- black\n\n## Rope\n\n- brown\n\n# 20220511\n\n## Canvas\n\n- white\n',
      'oar-days/bold.md':
        '# OarConf East\n\n# Day 1\n\n**Docks** (Ada Beispiel)\n\n- deep\n\n# Day 2\n\n**Piers** (Ben Exemplar)\n\n- long\n',
    },
    talks: [
      { title: 'Canvas', event: 'Oar Days', date: '2022-05-11' },
      { title: 'Docks', event: 'Oar Days', speakers: ['Ada Beispiel'] },
      { title: 'Piers', event: 'Oar Days', speakers: ['Ben Exemplar'] },
      { title: 'Rope', event: 'Oar Days', date: '2022-05-10' },
      { title: 'Tar', event: 'Oar Days', date: '2022-05-10' },
    ],
  },
  {
    kind: '`#Title` without a blank, the speaker above the title',
    by: 'serving',
    files: {
      'harbour/old.md':
        '#HarbourConf UK notes.\n##3rd May 2012\n\n#Eva Probe\n##Cranes\n\nlift\n\n#Ben Exemplar\n##Sluices\n\nclose\n',
    },
    talks: [
      { title: 'Cranes', speakers: ['Eva Probe'], event: 'HarbourConf UK' },
      { title: 'Sluices', speakers: ['Ben Exemplar'], event: 'HarbourConf UK' },
    ],
  },
  {
    kind: 'titles and speakers in links',
    by: 'serving',
    files: {
      'harbour.md':
        '# HarbourConf 2015\n\n## [Ferries](https://harbour.example/ferries)\n\nby [Eva Probe](https://twitter.com/evaprobe)\n\n- They cross.\n\n## Pilots\n\nby [Ben Exemplar](https://harbour.example/@ben)\n\n- They know.\n',
    },
    talks: [
      {
        title: 'Ferries',
        speakers: ['Eva Probe'],
        event: 'HarbourConf 2015',
        links: ['https://harbour.example/ferries'],
      },
      { title: 'Pilots', speakers: ['Ben Exemplar'], event: 'HarbourConf 2015' },
    ],
  },
  {
    kind: 'an Obsidian vault',
    by: 'serving',
    files: {
      'Talks/Oar Days 2024/Fog horns.md':
        '---\ntype: talk\nspeaker: "[[Ada Beispiel]]"\nconference: "[[Oar Days]]"\nurl: https://video.example/horns\npublished: 2024-06-09\ncreated: 2024-07-01\ntopics:\n  - "[[Sound]]"\ncssclasses: wide\n---\n# Fog horns\n\nTalk by [[Ada Beispiel]] at [[Oar Days]]. #safety\n\n![[horn.png|300]]\n\n> [!tip] Remember\n> Low notes carry.\n',
      'Lights.md':
        '# Lights\n\nspeaker:: [[Ben Exemplar]]\nconference:: Oar Days\ndate:: 2024-06-08\nvideo:: https://video.example/lights\n\n- Red is left.\n',
      'Templates/Talk.md': '# {{title}}\n',
      '.obsidian/app.json': '{}',
    },
    talks: [
      {
        title: 'Fog horns',
        speakers: ['Ada Beispiel'],
        event: 'Oar Days 2024',
        date: '2024-06-09',
        links: ['https://video.example/horns'],
        tags: ['sound', 'safety'],
      },
      {
        title: 'Lights',
        speakers: ['Ben Exemplar'],
        event: 'Oar Days',
        date: '2024-06-08',
        links: ['https://video.example/lights'],
      },
    ],
  },
  {
    kind: 'a Hugo site (TOML)',
    by: 'serving',
    files: {
      'content/talks/oar-days-2021/_index.md': '+++\ntitle = "Oar Days 2021"\n+++\n',
      'content/talks/oar-days-2021/winches.md':
        '+++\ntitle = "Winches"\ndate = 2021-04-02T10:00:00+02:00\nspeaker = "Ada Beispiel"\ntags = ["gears"]\nvideo = "https://video.example/winches"\n+++\nTwo speeds help.\n\n{{< youtube abcdef123 >}}\n',
    },
    talks: [
      {
        title: 'Winches',
        speakers: ['Ada Beispiel'],
        event: 'Oar Days 2021',
        date: '2021-04-02',
        tags: ['gears'],
        links: ['https://video.example/winches', 'https://www.youtube.com/watch?v=abcdef123'],
      },
    ],
  },
  {
    kind: 'a Jekyll or Eleventy site (YAML, also half of it)',
    by: 'serving',
    files: {
      'oar-days-2020/ropes.md':
        '---\nlayout: post\ntitle: Ropes 101\ndate: 2020-05-03 09:00:00 +0100\nspeakers: Eva Probe, Ben Exemplar\ntags: hemp nylon\nvideo: https://video.example/ropes\n---\nCoil them.\n',
      'oar-days-2020/oars.md': 'type: session\ntitle: "Oars"\n---\n\n### Mia Muster\n\nAsh is light.\n',
      'oar-days-2020/tackle.md':
        'title: Tackle\nspeaker: Ada Beispiel\ndate: 2020-05-04\n\n* Four parts.\n\n###Blocks\n* Oil them.\n',
      'oar-days-2020/slugs.md':
        '---\ntitle: Slips\npresenter_slugs:\n- ada-beispiel\nstart_datetime: 2020-05-05 11:30:00-04:00\nvideo_url: https://video.example/slips\n---\n\nThey slope.\n',
    },
    talks: [
      { title: 'Oars', speakers: ['Mia Muster'], event: 'Oar Days 2020' },
      {
        title: 'Ropes 101',
        speakers: ['Eva Probe', 'Ben Exemplar'],
        event: 'Oar Days 2020',
        date: '2020-05-03',
        tags: ['hemp', 'nylon'],
        links: ['https://video.example/ropes'],
      },
      {
        title: 'Slips',
        speakers: ['Ada Beispiel'],
        event: 'Oar Days 2020',
        date: '2020-05-05',
        links: ['https://video.example/slips'],
      },
      { title: 'Tackle', speakers: ['Ada Beispiel'], event: 'Oar Days 2020', date: '2020-05-04' },
    ],
  },
  {
    kind: 'a Notion export',
    by: 'serving',
    files: {
      'Talks 0123456789abcdef0123456789abcdef/Dry docks fedcba9876543210fedcba9876543210.md':
        '# Dry docks\n\nSpeaker: Ben Exemplar\nConference: Oar Days 2024\nDate: June 9, 2024\nTags: repair, hulls\nURL: https://docks.example/dry\nStatus: Done\n\nPump them out.\n\n## Key points\n\n- The gate must fit.\n',
      'Talks 0123456789abcdef0123456789abcdef.csv':
        'Name,Speaker,Conference\nDry docks,Ben Exemplar,Oar Days 2024\n',
    },
    talks: [
      {
        title: 'Dry docks',
        speakers: ['Ben Exemplar'],
        event: 'Oar Days 2024',
        date: '2024-06-09',
        tags: ['repair', 'hulls'],
        links: ['https://docks.example/dry'],
      },
    ],
  },
  {
    kind: 'reStructuredText',
    by: 'serving',
    files: {
      'oar-days-2019/charts.rst':
        'Charts\n======\n\nby Ada Beispiel & Ben Exemplar\n\nThree facts\n\n#. North is up\n#. Depths are in metres\n\nLinks\n-----\n\n- `Symbols <https://docs.example/symbols>`_\n',
    },
    talks: [
      {
        title: 'Charts',
        speakers: ['Ada Beispiel', 'Ben Exemplar'],
        event: 'Oar Days 2019',
        links: ['https://docs.example/symbols'],
      },
    ],
  },
  {
    kind: 'Org',
    by: 'serving',
    files: {
      'notes/oars.org':
        '#+TITLE: OarConf 2018\n* Locks\nby Eva Probe\n- [[https://locks.example][They]] rise.\n* Weirs\n- They fall.\n',
    },
    talks: [
      { title: 'Locks', speakers: ['Eva Probe'], event: 'OarConf 2018', links: ['https://locks.example'] },
      { title: 'Weirs', event: 'OarConf 2018' },
    ],
  },
  {
    kind: 'AsciiDoc',
    by: 'serving',
    files: {
      'notes/oars.adoc': '= OarConf 2017\n\n== Canals\nby Eva Probe\n\n* straight\n\n== Dykes\n\n* high\n',
    },
    talks: [
      { title: 'Canals', speakers: ['Eva Probe'], event: 'OarConf 2017' },
      { title: 'Dykes', event: 'OarConf 2017' },
    ],
  },
  {
    kind: 'plain text',
    by: 'serving',
    files: {
      'oar-days-2016/lanterns.txt':
        'Lanterns at night\n\nSpeaker: Ada Beispiel\n\nOil burns for nine hours.\n',
    },
    talks: [{ title: 'Lanterns at night', speakers: ['Ada Beispiel'], event: 'Oar Days 2016' }],
  },
  {
    kind: 'a table (CSV and TSV): Sched, Papercall, Sessionize, a spreadsheet',
    by: 'import',
    files: {
      'talks.csv':
        'name,title,abstract,state,tags,day\n,Lunch,,,,27/10/2026\nAda Beispiel,Gales,"How to wait.\n\n# Outline\nFirst reef.",accepted,wind,27/10/2026\nBo Sample,Calms,Row.,rejected,wind,27/10/2026\n',
    },
    talks: [
      {
        title: 'Gales',
        speakers: ['Ada Beispiel'],
        event: 'Imported talks 2026',
        date: '2026-10-27',
        tags: ['wind'],
      },
    ],
  },
  {
    kind: 'a list of talks in YAML: `_data/talks.yml`, `videos.yml` of RubyEvents',
    by: 'import',
    files: {
      'videos.yml':
        '# TODO: order\n---\n- id: "gales"\n  title: "Gales"\n  event_name: "OarConf 2026"\n  date: "2026-05-08"\n  video_provider: "youtube"\n  video_id: "abcdef123"\n  description: |-\n    How to wait.\n\n    # Outline\n    First reef.\n  speakers:\n    - Ada Beispiel\n',
    },
    talks: [
      {
        title: 'Gales',
        speakers: ['Ada Beispiel'],
        event: 'OarConf 2026',
        date: '2026-05-08',
        links: ['https://www.youtube.com/watch?v=abcdef123'],
      },
    ],
  },
  {
    kind: 'sessions and speakers of a conference site in JSON or YAML',
    by: 'import',
    files: {
      'site.json':
        '{"speakers":{"ada":{"name":"Ada Beispiel"}},"days":[{"date":"2026-05-09","slots":[{"sessions":[{"title":"Squalls","description":"They pass.","speakers":["ada"],"presentation":"https://slides.example/squalls"}]}]}]}',
    },
    talks: [
      {
        title: 'Squalls',
        speakers: ['Ada Beispiel'],
        event: 'Site 2026',
        date: '2026-05-09',
        links: ['https://slides.example/squalls'],
      },
    ],
  },
  {
    kind: 'sessions, speakers and schedule of a conference site, a file each',
    by: 'import',
    files: {
      'data/sessions.yml':
        '- id: 101\n  title: "Doldrums"\n  description: "The wind\n  rests."\n  speakers: [1]\n- id: 102\n  title: Monsoons\n  description: It rains.\n  speakers: [2]\n',
      'data/speakers.yml': '- id: 1\n  name: Ada\n  surname: Beispiel\n- id: 2\n  name: Ben Exemplar\n',
      'data/schedule.yml':
        '- date: "2026-06-11"\n  tracks:\n    - {title: "Hall 1"}\n    - {title: "Hall 2"}\n  timeslots:\n    - {\n    \tstartTime: "09:00",\n    \tendTime: "09:45",\n    \tsessionIds: [101, 102]\n    }\n',
    },
    talks: [
      { title: 'Doldrums', speakers: ['Ada Beispiel'], event: 'Imported talks 2026', date: '2026-06-11' },
      { title: 'Monsoons', speakers: ['Ben Exemplar'], event: 'Imported talks 2026', date: '2026-06-11' },
    ],
  },
  {
    kind: 'a programme page with schema.org events',
    by: 'import',
    files: {
      'programme.html':
        '<!doctype html><html><head><script type="application/ld+json">{"@type":"Event","name":"OarConf 2026","subEvent":[{"@type":"Event","name":"Eddies","startDate":"2026-05-10T10:00","performer":{"@type":"Person","name":"Ada Beispiel"},"description":"They turn."}]}</script></head><body><h1>Programme</h1></body></html>',
    },
    talks: [{ title: 'Eddies', speakers: ['Ada Beispiel'], event: 'OarConf 2026', date: '2026-05-10' }],
  },
  {
    kind: 'a programme page with schema.org events in its attributes (microdata, RDFa)',
    by: 'import',
    files: {
      'attributes.html':
        '<!doctype html><html><body itemscope itemtype="https://schema.org/Event"><h1 itemprop="name">OarConf 2026</h1><p itemscope itemtype="https://schema.org/Event"><b itemprop="name">Eddies</b><time itemprop="startDate" datetime="2026-05-10T10:00"></time><i itemprop="performer">Ada Beispiel</i></p><p itemscope itemtype="https://schema.org/Event"><b itemprop="name">Rapids</b><i itemprop="performer">Eva Probe</i></p></body></html>',
    },
    talks: [
      { title: 'Eddies', speakers: ['Ada Beispiel'], event: 'OarConf 2026', date: '2026-05-10' },
      { title: 'Rapids', speakers: ['Eva Probe'], event: 'OarConf 2026' },
    ],
  },
  {
    kind: 'a programme page whose classes say what is what',
    by: 'import',
    files: {
      'programm.html':
        '<!doctype html><html><head><title>Programme | OarConf 2026</title></head><body><h2>10 May 2026</h2><time class="start-time">10:00</time><h3 class="slot-title">Eddies</h3><p class="speaker-name">Ada Beispiel</p><h3 class="slot-title">Rapids</h3><p class="speaker-name">Eva Probe</p></body></html>',
    },
    talks: [
      { title: 'Eddies', speakers: ['Ada Beispiel'], event: 'OarConf 2026', date: '2026-05-10' },
      { title: 'Rapids', speakers: ['Eva Probe'], event: 'OarConf 2026', date: '2026-05-10' },
    ],
  },
  {
    kind: 'an exported document in HTML',
    by: 'import',
    files: {
      'doc.html':
        '<html><body><h1>OarConf 2024</h1><h2>Rapids</h2><p>by Eva Probe</p><p>Lean back.</p></body></html>',
    },
    talks: [{ title: 'Rapids', speakers: ['Eva Probe'], event: 'OarConf 2024' }],
  },
  {
    kind: 'a playlist of yt-dlp, with captions beside',
    by: 'import',
    files: {
      'list/playlist.info.json':
        '{"_type":"playlist","title":"OarConf 2024","entries":[{"id":"abcdef123","title":"Whirlpools - Ada Beispiel","description":"They pull.","webpage_url":"https://www.youtube.com/watch?v=abcdef123","upload_date":"20240601"},{"id":"x","title":"[Private video]"}]}',
      'list/Whirlpools [abcdef123].en.vtt':
        'WEBVTT\n\n00:00:00.000 --> 00:00:03.000\nhello sailors\n\n00:00:03.000 --> 00:00:06.000\nkeep away\n',
    },
    talks: [
      {
        title: 'Whirlpools',
        speakers: ['Ada Beispiel'],
        event: 'OarConf 2024',
        date: '2024-06-01',
        links: ['https://www.youtube.com/watch?v=abcdef123'],
      },
    ],
  },
  {
    kind: 'frab, pentabarf and pretalx in XML',
    by: 'import',
    files: {
      'schedule.xml':
        '<?xml version="1.0"?><schedule><conference><title>OarConf 2026</title></conference><day date="2026-01-31"><room name="A"><event id="1"><title>Rafts</title><type>lightningtalk</type><abstract>Logs and rope.</abstract><persons><person id="1">Ada Beispiel</person></persons><links><link href="https://video.example/Room 1/rafts.webm">Recording</link><link href="www.rafts.example">Home</link></links></event><event id="2"><title>Rafts</title><type>lightningtalk</type><abstract>Logs and rope.</abstract><persons><person id="1">Ada Beispiel</person></persons></event></room></day></schedule>',
    },
    talks: [
      {
        title: 'Rafts',
        speakers: ['Ada Beispiel'],
        event: 'OarConf 2026',
        date: '2026-01-31',
        links: ['https://video.example/Room%201/rafts.webm', 'https://www.rafts.example'],
      },
    ],
  },
  {
    kind: 'the schedule of the CCC’s hub (version 2)',
    by: 'import',
    files: {
      'hub.json':
        '{"schedule":{"base_url":"https://hub.example/","conference":{"title":"Oar24","start":"2024-12-27","days":[{"date":"2024-12-27"}]},"events":[{"guid":"1","title":"Opening","start":"2024-12-27T10:30:00+01:00","abstract":"Sit down.","participants":[{"name":"Eva Probe","role":"SPEAKER"}],"links":[],"attachments":[{"type":"SLIDES","url":"https://hub.example/1.pdf"}]}]}}',
    },
    talks: [
      {
        title: 'Opening',
        speakers: ['Eva Probe'],
        event: 'Oar24',
        date: '2024-12-27',
        links: ['https://hub.example/1.pdf'],
      },
    ],
  },
  {
    kind: 'Sessionize, with answers that are links',
    by: 'import',
    files: {
      '2025.json':
        '{"sessions":[{"id":"1","title":"Barges","description":"They carry.","startsAt":"2025-04-20T10:00:00","speakers":["a"],"categoryItems":[21],"questionAnswers":[{"questionId":6,"answerValue":"youtube.com/live/abcdef123"}]}],"speakers":[{"id":"a","fullName":"Ada Beispiel"}],"questions":[{"id":6,"question":"Video"}],"categories":[{"title":"Language","items":[{"id":21,"name":"German"}]}]}',
    },
    talks: [
      {
        title: 'Barges',
        speakers: ['Ada Beispiel'],
        event: 'Imported talks 2025',
        date: '2025-04-20',
        links: ['https://youtube.com/live/abcdef123'],
      },
    ],
  },
  {
    kind: 'indico',
    by: 'import',
    files: {
      'indico.json':
        '{"_type":"HTTPAPIResult","count":1,"results":[{"_type":"Conference","title":"OarConf 2026","startDate":{"date":"2026-04-26"},"endDate":{"date":"2026-04-27"},"contributions":[{"id":"1","title":"Sonar","startDate":{"date":"2026-04-26"},"description":"It pings.","speakers":[{"first_name":"Ada","last_name":"Beispiel"}],"folders":[{"title":"Slides","attachments":[{"title":"s.pdf","download_url":"https://indico.example/s.pdf"}]}]}]}]}',
    },
    talks: [
      {
        title: 'Sonar',
        speakers: ['Ada Beispiel'],
        event: 'OarConf 2026',
        date: '2026-04-26',
        links: ['https://indico.example/s.pdf'],
      },
    ],
  },
  {
    kind: 'iCalendar, as Sched writes it',
    by: 'import',
    files: {
      's.ics':
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:OarConf 2026\r\nX-WR-TIMEZONE:America/Los_Angeles\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261013T013000Z\r\nSUMMARY:Tugs\r\nDESCRIPTION:They pull.\\n\\nSpeakers: Ada Beispiel\\, Bo Sample\\nSlides: https://slides.example/tugs.pdf\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261014T013000Z\r\nSUMMARY:Punts\r\nDESCRIPTION:They glide.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    },
    talks: [
      {
        title: 'Tugs',
        speakers: ['Ada Beispiel', 'Bo Sample'],
        event: 'OarConf 2026',
        date: '2026-10-12',
        links: ['https://slides.example/tugs.pdf'],
      },
      { title: 'Punts', event: 'OarConf 2026', date: '2026-10-13' },
    ],
  },
  {
    kind: 'xCal',
    by: 'import',
    files: {
      's.xcal.xml':
        '<?xml version="1.0"?><iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar><vevent><uid>1@x</uid><dtstart>20260131T100000</dtstart><summary>Skiffs</summary><description>They are small.</description><attendee>Ada Beispiel</attendee><url>https://oar.example/skiffs</url></vevent></vcalendar></iCalendar>',
    },
    talks: [
      {
        title: 'Skiffs',
        speakers: ['Ada Beispiel'],
        event: 'S xcal 2026',
        date: '2026-01-31',
        links: ['https://oar.example/skiffs'],
      },
    ],
  },
]
