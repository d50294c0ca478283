// Reads the demo mailbox with npm's ews-javascript-api: folders, the newest mails, one whole message, one sync page.
// Takes {"url", "user", "password"} as JSON on standard input; prints what it saw, one fact a line.
"use strict";

const ews = require("ews-javascript-api");

async function main(account) {
  const service = new ews.ExchangeService(ews.ExchangeVersion.Exchange2016);
  service.Credentials = new ews.WebCredentials(account.user, account.password);
  service.Url = new ews.Uri(account.url);

  const folderView = new ews.FolderView(100);
  folderView.Traversal = ews.FolderTraversal.Deep;
  folderView.PropertySet = new ews.PropertySet(ews.BasePropertySet.FirstClassProperties);
  const folders = await service.FindFolders(ews.WellKnownFolderName.MsgFolderRoot, folderView);
  for (const folder of folders.Folders) {
    console.log(`FOLDER\t${folder.DisplayName}\t${folder.TotalCount}`);
  }
  console.log(`SERVER\t${service.ServerInfo.MajorVersion}.${service.ServerInfo.MinorVersion}`);

  const inbox = await ews.Folder.Bind(service, ews.WellKnownFolderName.Inbox);
  console.log(`INBOX\t${inbox.TotalCount}\t${inbox.UnreadCount}`);

  const found = await service.FindItems(inbox.Id, new ews.ItemView(10));
  const whole = new ews.PropertySet(ews.BasePropertySet.FirstClassProperties, [
    ews.ItemSchema.MimeContent,
    ews.ItemSchema.TextBody,
  ]);
  await service.LoadPropertiesForItems(found.Items, whole);
  for (const item of found.Items) {
    const mime = Buffer.from(item.MimeContent.Content, "base64");
    const from = item.From ? item.From.Address : "";
    console.log(`MAIL\t${item.DateTimeReceived.ToISOString()}\t${from}\t${item.Subject}\t${mime.length}`);
    console.log(`BODY\t${item.TextBody.Text.trim().split(/\s+/).slice(0, 12).join(" ")}`);
  }

  const attached = found.Items.find((item) => item.HasAttachments);
  if (attached) {
    const attachment = attached.Attachments.Items[0];
    await attachment.Load();
    const size = Buffer.from(attachment.Base64Content || attachment.Content || "", "base64").length;
    console.log(`ATTACHMENT\t${attachment.Name}\t${size}`);
  }

  const changes = await service.SyncFolderItems(
    inbox.Id, ews.PropertySet.IdOnly, null, 512, ews.SyncFolderItemsScope.NormalItems, null);
  console.log(`SYNC\t${changes.Count}\t${changes.MoreChangesAvailable}`);
  const nothing = await service.SyncFolderItems(
    inbox.Id, ews.PropertySet.IdOnly, null, 512, ews.SyncFolderItemsScope.NormalItems, changes.SyncState);
  console.log(`SYNC AGAIN\t${nothing.Count}`);

  const people = await service.ResolveName("Hạnh");
  console.log(`PERSON\t${people._getItem(0).Mailbox.Address}`);
}

let given = "";
process.stdin.on("data", (part) => { given += part; });
process.stdin.on("end", () => {
  main(JSON.parse(given)).catch((error) => {
    console.error(error && error.Message ? `${error.Message} ${error.stack || ""}` : error);
    process.exitCode = 1;
  });
});
