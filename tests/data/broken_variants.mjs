// Ways to break the bundled dataset, as data: what is wrong, the edit that does it, and the problems that
// must then be found, all of them and no other (`starts`: one problem that begins so). `edit` changes a
// parsed copy; `rewrite` works on the text.

const facts = (feed) => feed._article_explorer;
const at = "$._article_explorer";

export const BrokenVariants = [
  // Not a JSON Feed.
  { name: "a truncated text is not JSON", rewrite: (text) => text.slice(0, 200), starts: "$: not JSON: " },
  { name: "a list at the top is no feed", rewrite: () => "[]", problems: ["$: must be object"] },
  {
    name: "a name that occurs twice in one object",
    rewrite: (text) => text.replace('"language": "en",', '"language": "en",\n  "l\\u0061nguage": "en",'),
    problems: ["$.language: this name occurs twice (line 6)"],
  },
  {
    name: "a name that occurs twice in a row, after a text full of brackets and quotes",
    rewrite: (text) => text.replace('"id": "face",', '"note": "},{[\\"\\\\", "id": "face",'),
    starts: `${at}.releases[1].note: this name occurs twice (line `,
  },
  {
    name: "another version of JSON Feed",
    edit: (feed) => (feed.version = "https://jsonfeed.org/version/2"),
    problems: ['$.version: expected "https://jsonfeed.org/version/1.1"'],
  },
  {
    name: "a feed without a title",
    edit: (feed) => delete feed.title,
    problems: ["$: must have required property 'title'"],
  },
  {
    name: "an article without an id",
    edit: (feed) => delete feed.items[1].id,
    problems: ["$.items[1]: must have required property 'id'"],
  },
  {
    name: "an article without content",
    edit: (feed) => delete feed.items[0].content_text,
    problems: ["$.items[0]: expected content_text or content_html"],
  },
  {
    name: "two articles with one id",
    edit: (feed) => feed.items.push({ ...feed.items[0] }),
    problems: ["$.items[2].id: the id closer-than-this-single is taken"],
  },
  {
    name: "an author without a name",
    edit: (feed) => (feed.authors = [{}]),
    problems: ["$.authors[0]: expected at least one of name, url and avatar"],
  },
  {
    name: "a day of publication without a time",
    edit: (feed) => (feed.items[0].date_published = "2023-12-22"),
    problems: ['$.items[0].date_published: must match format "date-time"'],
  },
  {
    name: "a language written out",
    edit: (feed) => (feed.language = "English (US)"),
    problems: ['$.language: "English (US)": expected a language tag of RFC 5646, such as en or en-US'],
  },
  {
    name: "a next part that is this part",
    edit: (feed) => (feed.next_url = feed.feed_url = "https://example.org/articles.json"),
    problems: ["$.next_url: must differ from feed_url"],
  },
  {
    name: "an extension without a letter after the underscore",
    edit: (feed) => (feed.items[0]._1 = {}),
    problems: ["$.items[0]._1: after _ the name of an extension needs a letter"],
  },
  {
    name: "an extension that is no object",
    edit: (feed) => (feed.items[0]._mood = "glad"),
    problems: ["$.items[0]._mood: only the name of an extension, which is an object, may start with _"],
  },
  {
    name: "a full stop in a name of an extension",
    edit: (feed) => (facts(feed).releases[0]._shop = { "price.eur": 1 }),
    problems: [`${at}.releases[0]._shop.price.eur: names in an extension have no full stop`],
  },

  // Rows that the schema refuses.
  {
    name: "another version of the tables",
    edit: (feed) => (facts(feed).version = 2),
    problems: [`${at}.version: expected 1`],
  },
  {
    name: "a misspelt table",
    edit: (feed) => (facts(feed).chart_entrys = []),
    problems: [`${at}: unknown member chart_entrys`],
  },
  {
    name: "a misspelt member of a row",
    edit: (feed) => (facts(feed).chart_entries[1].postion = 2),
    problems: [`${at}.chart_entries[1]: unknown member postion`],
  },
  {
    name: "a misspelt member of a track",
    edit: (feed) => (facts(feed).videos[1].tracks[0].artist = "DJ Khaled"),
    problems: [`${at}.videos[1].tracks[0]: unknown member artist`],
  },
  {
    name: "an id with capitals and spaces",
    edit: (feed) => (facts(feed).events[1].id = "The Enlistment"),
    problems: [
      `${at}.events[1].id: "The Enlistment": expected lower-case letters and digits joined by single hyphens, such as closer-than-this`,
    ],
  },
  {
    name: "a blank text in place of none",
    edit: (feed) => (facts(feed).events[3].place = " "),
    problems: [`${at}.events[3].place: " ": expected a text that is not blank; leave the member out if nothing is stated`],
  },
  {
    name: "a text where a list belongs",
    edit: (feed) => (facts(feed).releases[0].artists = "Jimin"),
    problems: [`${at}.releases[0].artists: must be array`],
  },
  {
    name: "a null in place of nothing",
    edit: (feed) => (facts(feed).releases[1].date = null),
    problems: [`${at}.releases[1].date: must be string`],
  },
  ...["2023-13", "22.12.2023", "2023-12-22T10:00", "about 2023", "[2023,2024]", "../..", "2023/2024/2025"].map((date) => ({
    name: `the date ${date}`,
    edit: (feed) => (facts(feed).releases[0].date = date),
    problems: [
      `${at}.releases[0].date: "${date}": expected an EDTF date (level 0 or 1), such as 2023-12-22, 2023-03, 2023-12-22~ or 2023-12-18/2023-12-22`,
    ],
  })),
  ...["30 min", "PT", "P1M", "PT0.5H"].map((duration) => ({
    name: `the duration ${duration}`,
    edit: (feed) => (facts(feed).videos[1].duration = duration),
    problems: [
      `${at}.videos[1].duration: "${duration}": expected an ISO 8601 duration in weeks, days, hours, minutes or seconds, such as PT30M or PT4M12S`,
    ],
  })),
  {
    name: "an approximate flag without a duration",
    edit: (feed) => delete facts(feed).videos[1].duration,
    problems: [`${at}.videos[1]: must have property duration when property duration_approximate is present`],
  },
  {
    name: "position 0 in place of none",
    edit: (feed) => (facts(feed).chart_entries[5].position = 0),
    problems: [`${at}.chart_entries[5].position: must be >= 1`],
  },
  {
    name: "half a region",
    edit: (feed) => (facts(feed).chart_entries[0].regions = 90.5),
    problems: [`${at}.chart_entries[0].regions: must be integer,object`],
  },
  {
    name: "an unknown qualifier",
    edit: (feed) => (facts(feed).chart_entries[0].regions.qualifier = "over"),
    problems: [
      `${at}.chart_entries[0].regions.qualifier: expected one of exact, about, at_least, more_than, at_most, less_than`,
    ],
  },
  {
    name: "a qualifier without a number",
    edit: (feed) => delete facts(feed).chart_entries[0].regions.value,
    problems: [`${at}.chart_entries[0].regions: must have required property 'value'`],
  },
  {
    name: "a region and a count of regions in one row",
    edit: (feed) => (facts(feed).chart_entries[0].region = "US"),
    problems: [`${at}.chart_entries[0]: region and regions exclude each other: a row names one region or counts several`],
  },
  {
    name: "a region by its name",
    edit: (feed) => (facts(feed).chart_entries[1].region = "USA"),
    problems: [
      `${at}.chart_entries[1].region: "USA": expected a region: two capital letters of ISO 3166-1 (KR) or three digits of UN M49 (150)`,
    ],
  },
  {
    name: "a chart entry of nothing",
    edit: (feed) => delete facts(feed).chart_entries[1].release,
    problems: [`${at}.chart_entries[1]: expected either release or video, not both and not neither`],
  },
  {
    name: "a chart entry of a release and a video",
    edit: (feed) => (facts(feed).chart_entries[1].video = "a-gift-for-army"),
    problems: [`${at}.chart_entries[1]: expected either release or video, not both and not neither`],
  },
  {
    name: "an address that is no web address",
    edit: (feed) => (facts(feed).videos[0].url = "javascript:alert(1)"),
    problems: [`${at}.videos[0].url: "javascript:alert(1)": expected an address that starts with https:// or http://`],
  },
  {
    name: "a picture that is no web address",
    edit: (feed) => (facts(feed).videos[0].thumbnail = "data:image/png;base64,AAAA"),
    problems: [`${at}.videos[0].thumbnail: "data:image/png;base64,AAAA": expected an address that starts with https:// or http://`],
  },
  {
    name: "a row without evidence",
    edit: (feed) => delete facts(feed).events[0].evidence,
    problems: [`${at}.events[0]: must have required property 'evidence'`],
  },
  {
    name: "a row with an empty list of evidence",
    edit: (feed) => (facts(feed).chart_entries[1].evidence = []),
    problems: [`${at}.chart_entries[1].evidence: must NOT have fewer than 1 items`],
  },
  {
    name: "a paragraph before the headline",
    edit: (feed) => (facts(feed).chart_entries[1].evidence[0].paragraph = -1),
    problems: [`${at}.chart_entries[1].evidence[0].paragraph: must be >= 0`],
  },

  // Rows that are well formed and yet wrong.
  {
    name: "a day that does not exist",
    edit: (feed) => (facts(feed).releases[0].date = "2023-02-29"),
    problems: [`${at}.releases[0].date: 2023-02-29 does not exist: that month has 28 days`],
  },
  {
    name: "an interval that runs backwards",
    edit: (feed) => (facts(feed).releases[2].date = "2023-12-22/2023-12-18~"),
    problems: [`${at}.releases[2].date: 2023-12-22/2023-12-18~ ends before it starts`],
  },
  ...["QQ", "840", "UK", "999"].map((region) => ({
    name: `the region ${region}`,
    edit: (feed) => (facts(feed).chart_entries[1].region = region),
    problems: [`${at}.chart_entries[1].region: there is no region ${region}`],
  })),
  {
    name: "one id in two tables",
    edit: (feed) => (facts(feed).videos[2].id = "face"),
    problems: [
      `${at}.videos[2].id: the id face is taken`,
      `${at}.videos[1].related[0]: there is no row i-did-it-dance-video in the four tables`,
    ],
  },
  {
    name: "a chart entry of a release that is not there",
    edit: (feed) => (facts(feed).chart_entries[1].release = "closer-than-that"),
    problems: [`${at}.chart_entries[1].release: there is no row closer-than-that in releases`],
  },
  {
    name: "a chart entry whose release is a video",
    edit: (feed) => (facts(feed).chart_entries[1].release = "a-gift-for-army"),
    problems: [`${at}.chart_entries[1].release: there is no row a-gift-for-army in releases`],
  },
  {
    name: "a track of a release that is not there",
    edit: (feed) => (facts(feed).videos[1].tracks[3].release = "closer-than-that"),
    problems: [`${at}.videos[1].tracks[3].release: there is no row closer-than-that in releases`],
  },
  {
    name: "a relation to a row that is not there",
    edit: (feed) => facts(feed).events[3].related.push("king-charles-song"),
    problems: [`${at}.events[3].related[2]: there is no row king-charles-song in the four tables`],
  },
  {
    name: "a relation to itself",
    edit: (feed) => (facts(feed).releases[1].related = ["face"]),
    problems: [`${at}.releases[1].related[0]: a row is not related to itself`],
  },
  {
    name: "evidence from an article that is not there",
    edit: (feed) => facts(feed).releases[1].evidence.push({ article: "face-album" }),
    problems: [`${at}.releases[1].evidence[1].article: there is no article face-album`],
  },
  {
    name: "evidence from a paragraph that is not there",
    edit: (feed) => facts(feed).releases[1].evidence.push({ article: "a-gift-for-army-video", paragraph: 5 }),
    problems: [`${at}.releases[1].evidence[1].paragraph: the last paragraph of a-gift-for-army-video is 4`],
  },
  {
    name: "a paragraph that no row cites",
    edit: (feed) => facts(feed).releases[1].evidence.splice(0, 1, { article: "closer-than-this-single" }),
    problems: ["$: no row cites paragraph 10 of closer-than-this-single"],
  },
  {
    name: "an inferred member that the row does not have",
    edit: (feed) => facts(feed).releases[1].inferred.push("labels"),
    problems: [`${at}.releases[1].inferred: the row has no labels`],
  },
  {
    name: "a row of the feed's own extension without evidence",
    edit: (feed) => delete facts(feed).releases[1].evidence,
    problems: [`${at}.releases[1]: must have required property 'evidence'`],
  },
  {
    name: "rows inside an item that break the same rules",
    edit: (feed) =>
      (feed.items[0]._article_explorer = {
        events: [
          { id: "face", title: "E", related: ["nobody"] },
          { id: "cites-another", title: "F", evidence: [{ article: "face-album" }] },
        ],
      }),
    problems: [
      "$.items[0]._article_explorer.events[0].id: the id face is taken",
      "$.items[0]._article_explorer.events[0].related[0]: there is no row nobody in the four tables",
      "$.items[0]._article_explorer.events[1].evidence[0].article: there is no article face-album",
    ],
  },
  {
    name: "a member that facts inside an item do not have",
    edit: (feed) => (feed.items[0]._article_explorer = { version: 1 }),
    problems: ["$.items[0]._article_explorer: unknown member version"],
  },
];
