/**
 * Words that people who make software say for one another, collected by hand for this project. One of a group is searched for if the
 * notes have no word for another: who asks what was said of hiring is told of recruiting. Those of a group are near in meaning and
 * not the same; second names of one thing are synonyms (`built-in-synonyms.ts`). Plurals, pasts and gerunds need no entry; pasts that no
 * rule tells are in `irregularVerbList`.
 */
export const relatedWordList: readonly (readonly string[])[] = `
  test, check, verify, validate, assert
  mock, fake, stub, dummy, simulate
  bug, defect, error, fault, mistake, glitch
  crash, failure, breakdown, outage
  fix, repair, solve, remedy, resolve
  debug, troubleshoot, diagnose
  fragile, brittle, flaky, unreliable, unstable
  stable, reliable, robust, dependable
  browser automation, selenium, headless browser
  integration test, end to end test, acceptance test
  exception, traceback, stack trace, error
  deploy, deployment, release, rollout, ship, launch, roll out
  rollback, roll back, revert, undo
  provision, set up, setup, install, installation
  server, machine, box, host, node, computer
  cluster, fleet, farm
  replace, substitute, swap, replacement
  scale, autoscale, grow, expand
  reboot, restart
  kill, terminate, stop, end, shut down, sigkill
  start, launch, begin, bootstrap, boot
  daemon, background process, service
  background job, background task, background worker, task queue, job queue, celery
  cron, schedule, periodic, recurring
  monitor, watch, observe, track, supervise
  notify, notification, alert, alarm, warn
  config, configuration, setting, option, preference
  container, sandbox, isolation, jail
  isolate, separate, apart
  data centre, data center, rack, bare metal, hardware
  datastore, database, storage, store
  replica, slave, secondary, standby
  query, lookup, select, request
  schema, database structure, table layout
  migration, schema change, upgrade path
  transaction, atomic
  row, record, entry
  foreign key, relation, relationship, association
  denormalise, denormalize, redundant
  cache, memoise, memoize, buffer
  invalidate, expire, flush
  website, site, web page, homepage, portal
  page, view, template
  request, hit, call
  response, reply, answer
  endpoint, route, url, address
  visitor, user, client, customer, member
  cookie, session, login
  push, stream, broadcast, publish, pub/sub, live
  realtime, live, instantly
  subscribe, listen
  throttle, rate limit, limit
  limit, cap, restrict, restriction, quota
  timeout, time limit, deadline, time box
  latency, delay, lag
  boss, manager, management, executive, chief
  developer, programmer, coder, engineer
  team mate, teammate, colleague, coworker
  product owner, business analyst, stakeholder
  newbie, beginner, novice, newcomer, getting started
  contractor, freelancer, consultant, self employed
  hire, recruit, employ, hiring, recruiting
  company, firm, business, organisation, organization, corporation
  startup, start up, young company, new company
  note taker, writer, author
  author, creator, maker, inventor
  inventor, pioneer, innovator, innovative
  navy, army, military, armed forces
  country, nation, state, government
  convince, persuade, make the case
  promote, advertise, advocate, campaign
  brochure, leaflet, flyer, pamphlet, booklet
  print, printed, paper
  sponsor, fund, pay, donate, sponsorship
  cheap, inexpensive, affordable, early bird
  expensive, costly, pricey
  cost, price, fee, charge
  sell, sale, commercial, vendor
  money, cash, currency
  bank, finance, trading
  bargain, bang for the buck, value for money
  documentation, manual, handbook, guide
  generate, build, create, produce, make
  summary, abstract, overview
  conference, event, gathering, convention, meetup
  hackathon, hack day, sprint
  ticket, admission, booking
  ticket, issue, story, story card, task
  talk, lecture, presentation, session
  conversation, chat, discussion, talk
  clarify, clear up, explain
  doubt, uncertain, unsure, unclear
  britain, british, uk, england, united kingdom
  america, american, us, united states
  germany, german
  constructor, init, __init__, initializer
  function, method, procedure, routine
  attribute, property, field
  argument, parameter
  restrict, limit, constrain
  library, package, module
  framework, toolkit
  standard library, stdlib, built in modules
  interface, api
  codebase, code base, source code
  review, inspect, check
  pair programming, pairing, two people
  patch, diff, change, commit
  pull request, merge request, contribution
  contribute, submit, contributor
  modify, change, edit, alter, adapt, customise, customize
  delete, remove, erase, discard, throw away, drop, uninstall
  insert, add, append
  convert, transform, translate, turn into
  rewrite, rebuild, reimplement
  parallel, concurrent, simultaneous, at once
  lock, mutex, synchronise, synchronize, race condition
  collide, conflict, clash, race condition
  thread, threading, multithreading, multi threading
  queue, backlog
  decorator, wrapper
  optional, non essential, unnecessary
  mandatory, required, compulsory, obligatory
  default, fallback
  interpreter, runtime
  exe, executable, binary, freeze
  bundle, pack, package
  single file, one file, self contained, all in one
  pin, freeze, fix
  update, upgrade
  outdated, old, legacy, obsolete, deprecated, abandoned, unmaintained
  maintain, maintenance, upkeep
  alternative, instead, replacement, substitute
  difference, compare, comparison
  similar, alike, identical
  bottleneck, hotspot, hot spot, slow
  profile, profiler, profiling, measure
  fast, quick, rapid, speedy
  slow, sluggish, laggy
  accelerate, speed up, faster
  memory, ram
  cpu, processor, core
  disk, drive, storage
  huge, large, big, enormous, massive, gigabytes
  tiny, small, little, lightweight, minimal, compact
  simple, easy, straightforward
  difficult, hard, tough, tricky
  phone, mobile, smartphone, handset
  tablet, ipad
  touch, multi touch, multitouch, finger
  windows, microsoft
  mac, apple, os x, macos
  folder, directory, path
  gui, user interface, widget
  widget, ui component, control
  icon, picture, image, photo
  drawing, sketch, diagram, graphic
  chart, graph, plot, visualisation, visualization
  secure, safe, hardened, locked down
  workstation, desktop, client computer, pc
  laptop, computer, notebook
  encrypt, encryption, cipher
  anonymous, anonymity, privacy, untraceable
  surveillance, spying, tracking
  password, credential, secret
  trusted, trustworthy, trust
  permission, allowed, allow, permit
  forbid, disallow, prohibit, ban
  prevent, avoid, stop
  apologise, apologize, sorry, forgiveness, forgive
  complain, moan, rant, hate
  dislike, hate
  text mining, natural language processing, language processing, computational linguistics
  human text, natural language
  geolocation, geocoding, location, coordinates
  search, find, look up
  search engine, search library, full text search
  spelling, spell checker, typo
  faceting, facets, filter
  statistics, statistical, stats
  analytics, business intelligence, reporting, data analysis
  aggregate, aggregation, summarise, summarize, sum up
  markup, xml, html
  stream, streaming, piecemeal
  spreadsheet, table, pivot table
  network, networking, connection
  bridge, connect, link, interface
  glue, integrate, integration, combine
  split, divide, separate
  share, reuse, re use
  food, meal, eat, eating, dinner, cooking, recipe
  restaurant, cook, dinner
  game, gaming, play
  sport, fitness, exercise, workout
  health, medical, hospital, healthcare
  brain, mind, thought
  read, reading
  learn, study
  teach, training, education
  idea, suggestion, proposal
  mind map, mind mapping
  colour, color, coloured
  email, mail, e mail
  choose, pick, select
  decide, decision
  conclude, conclusion
  perfect, flawless, ideal
  sufficient, enough, good enough
  wrong, incorrect, misguided
  worth, worthwhile, valuable
  advantage, benefit, strength, upside, pros
  disadvantage, drawback, downside, weakness, shortcoming, cons, limitation
  clever, smart, intelligent
  guarantee, promise, assurance
  backup, copy
  load, traffic, peak
  crowd, visitors, audience
  percentage, percent, share
  programming language, language
  functional programming, lambda, functional style
  object oriented, class based
  version control, source control, git
  monthly, month
  yearly, year, annual
`
  .trim()
  .split('\n')
  .map((group) => group.trim().split(', '))
