// Reads a calendar from standard input as Thunderbird does; writes what it understood as JSON.
const ICAL = require(process.argv[2]);

const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf-8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const alarms = component.getAllSubcomponents("valarm");
  return {
    uid: event.uid,
    sequence: event.sequence,
    day: event.startDate.toString(),
    allDay: event.startDate.isDate,
    stamp: component.getFirstPropertyValue("dtstamp").toString(),
    summary: event.summary,
    description: event.description,
    categories: component.getFirstProperty("categories").getValues(),
    transparent: component.getFirstPropertyValue("transp"),
    url: component.getFirstPropertyValue("url"),
    alarms: alarms.map((alarm) => alarm.getFirstPropertyValue("trigger").toString()),
  };
});
const methods = calendar.getAllProperties().map((each) => [each.name, each.getFirstValue()]);
process.stdout.write(JSON.stringify({ properties: Object.fromEntries(methods), events }));
