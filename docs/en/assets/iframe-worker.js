/* Search without a server: a browser starts no worker for a page that was opened from a folder, so a hidden frame does
   its work there. The theme's search asks for `IFrameWorker` in the parent window and loads its languages accordingly. */
"use strict";

if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      document.body.append(frame);
      const inside = frame.contentWindow;
      const waiting = [];

      const load = (source) =>
        new Promise((done, failed) => {
          const script = inside.document.createElement("script");
          script.src = source;
          script.onload = done;
          script.onerror = failed;
          inside.document.body.append(script);
        });
      const deliver = (data) => inside.dispatchEvent(new MessageEvent("message", { data }));

      inside.importScripts = (...sources) =>
        sources.reduce((before, source) => before.then(() => load(source)), Promise.resolve());
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.postMessage = (data) => waiting.push(data);
      this.terminate = () => frame.remove();

      load(new URL(url, location.href).href).then(() => {
        this.postMessage = deliver;
        waiting.splice(0).forEach(deliver);
      });
    }
  };
  window.Worker = window.IFrameWorker;
}
