// Ids and bodies of the whole Inbox with npm's ews-javascript-api: {"url", "user", "password"} on standard input.
"use strict";

const ews = require("ews-javascript-api");

async function main(account) {
  const began = process.hrtime.bigint();
  const service = new ews.ExchangeService(ews.ExchangeVersion.Exchange2016);
  service.Credentials = new ews.WebCredentials(account.user, account.password);
  service.Url = new ews.Uri(account.url);
  const inbox = await ews.Folder.Bind(service, ews.WellKnownFolderName.Inbox);
  const items = [];
  let state = null;
  for (;;) {
    const page = await service.SyncFolderItems(
      inbox.Id, ews.PropertySet.IdOnly, null, 512, ews.SyncFolderItemsScope.NormalItems, state);
    for (let at = 0; at < page.Count; at += 1) items.push(page._getItem(at).Item);
    state = page.SyncState;
    if (!page.MoreChangesAvailable) break;
  }
  const whole = new ews.PropertySet(ews.BasePropertySet.IdOnly, [ews.ItemSchema.MimeContent]);
  let bytes = 0;
  for (let start = 0; start < items.length; start += 32) {
    const some = items.slice(start, start + 32);
    await service.LoadPropertiesForItems(some, whole);
    for (const item of some) bytes += Buffer.from(item.MimeContent.Content, "base64").length;
  }
  const cpu = process.cpuUsage();
  console.log(JSON.stringify({
    messages: items.length,
    bytes,
    wall: Number(process.hrtime.bigint() - began) / 1e9,
    cpu: (cpu.user + cpu.system) / 1e6,
  }));
}

let given = "";
process.stdin.on("data", (part) => { given += part; });
process.stdin.on("end", () => {
  main(JSON.parse(given)).catch((error) => {
    console.error(error && error.Message ? `${error.Message} ${error.stack || ""}` : error);
    process.exitCode = 1;
  });
});
