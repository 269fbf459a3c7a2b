// The page's script. Buttons say what they want: data-do asks the server (see ui/app.py), with the
// button's other data as arguments; data-local is done here. Nothing is ever loaded from elsewhere.
(() => {
  document.head.append(document.getElementById("isnad-style")); // behind Gradio's own

  const root = document.documentElement;
  const parts = {};
  const $ = (selector, within = document) => within.querySelector(selector);
  const narrow = window.matchMedia("(max-width: 60rem)");
  let opener = null; // what had the focus before a panel or the reader took it

  // Settings of this browser

  const kept = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(`isnad-${key}`) || "";
      localStorage.setItem(`isnad-${key}`, value);
    } catch { /* a browser that keeps nothing */ }
    return "";
  };

  const isDark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : window.matchMedia("(prefers-color-scheme: dark)").matches;

  const speak = (header) => {
    const { lang, dir, title } = header.dataset;
    root.lang = lang;
    root.dir = dir;
    if (title) document.title = title;
    for (const box of document.querySelectorAll("#question textarea, #find input")) box.dir = "auto";
  };

  // Drawers, on a narrow page

  const drawer = (name) => {
    if (!name) delete root.dataset.drawer;
    else root.dataset.drawer = name;
    for (const [id, part] of [["library", "library"], ["sources", "evidence"]]) {
      const button = $(`[data-local="drawer-${id}"]`);
      if (button) button.setAttribute("aria-expanded", String(name === id));
      const place = document.getElementById(part);
      if (place) place.inert = narrow.matches && name !== id;
    }
    const talk = document.getElementById("talk");
    if (talk) talk.inert = narrow.matches && Boolean(name);
  };

  const back = () => {
    const target = opener?.isConnected ? opener : $("#question textarea");
    opener = null;
    target?.focus({ preventScroll: false });
  };

  const openDrawer = (name) => {
    opener ??= document.activeElement;
    drawer(name);
    $(name === "library" ? "#library h2" : "#evidence h2")?.focus();
  };

  const closeDrawer = () => {
    drawer(null);
    back();
  };

  // Asking before something is done, or for a name

  const asked = (words, value) => new Promise((resolve) => {
    const dialog = $(".asker");
    const box = $("input", dialog);
    $("#asker-words", dialog).textContent = words;
    box.hidden = value === undefined;
    box.value = value ?? "";
    dialog.returnValue = "";
    dialog.onclose = () => resolve(dialog.returnValue === "yes" ? box.value : null);
    box.onkeydown = (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // else it also presses the button that gets the focus back
      dialog.close("yes");
    };
    dialog.showModal();
    (box.hidden ? $("[data-local=yes]", dialog) : box).focus();
  });

  const locals = {
    skip: () => $("#question textarea")?.focus(),
    theme: () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      kept("theme", root.dataset.theme);
    },
    "drawer-library": () => openDrawer("library"),
    "drawer-sources": () => openDrawer("sources"),
    "close-drawer": closeDrawer,
    "close-reader": () => $(".reader")?.close(),
    upload: () => document.getElementById("add")?.click(),
    yes: () => $(".asker").close("yes"),
    no: () => $(".asker").close("no"),
    copy: async (button) => {
      const done = await copied(button.dataset.copy);
      say(done ? button.dataset.copied : button.dataset.failed);
    },
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { // an address that is neither https nor this machine
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  };

  // What a screen reader is told, and what is seen for a moment

  const live = document.createElement("div");
  live.className = "unseen";
  live.setAttribute("role", "status");
  const say = (words) => {
    const place = $("#notice > * > *") ?? $("#notice");
    live.textContent = "";
    setTimeout(() => { live.textContent = words; }, 50);
    const shown = document.createElement("p");
    shown.className = "said passing";
    shown.textContent = words;
    place.append(shown);
    setTimeout(() => shown.remove(), 4000);
  };

  // Events of our parts

  const ask = async (part, button) => {
    const { do: what, ask: words, form, local, ...given } = button.dataset;
    if (!part.events.includes(what)) return;
    if (words !== undefined) {
      const answer = await asked(words, given.value);
      if (answer === null) return;
      given.text = answer;
      delete given.value;
    }
    if (button.type === "checkbox") given.checked = button.checked ? "1" : "0";
    if (form) Object.assign(given, filled(button.closest(".opinion")));
    if (what === "remove") given.words = $("#find :is(input, textarea)")?.value ?? "";
    if (what === "language") kept("lang", given.lang);
    if (["cite", "read", "nearest"].includes(what)) opener = button;
    if (["open", "new"].includes(what)) drawer(null);
    if (what === "all") untick();
    part.trigger(what, given);
    button.closest("details.more, details.judge")?.removeAttribute("open");
  };

  // What was ticked since the list came is not in its HTML, so without ticks it may be the same
  const untick = () => {
    for (const tick of document.querySelectorAll("#documents input:checked")) tick.checked = false;
  };

  const filled = (form) => {
    const given = { reason: "", note: "" };
    for (const field of form.querySelectorAll("[data-field]")) {
      if (field.type !== "radio" || field.checked) given[field.dataset.field] = field.value;
    }
    return given;
  };

  const take = (part) => {
    const { element, watch } = part;
    const name = element.closest("[id]:not([id^='html-'])")?.id ?? "";
    parts[name] = part;
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do], [data-local]");
      if (!button || !element.contains(button) || button.type === "checkbox") return;
      if (button.dataset.local) {
        event.preventDefault();
        locals[button.dataset.local](button);
      } else {
        ask(part, button);
      }
    });
    element.addEventListener("change", (event) => {
      if (event.target.matches("input[type=checkbox][data-do]")) ask(part, event.target);
    });
    element.addEventListener("keydown", (event) => {
      if (!["Enter", " "].includes(event.key) || !event.target.matches(".claim[data-do]")) return;
      event.preventDefault();
      ask(part, event.target);
    });
    watch("value", () => changed[name]?.(element));
    changed[name]?.(element);
  };

  // What is to be done once a part shows something new

  const changed = {
    header: (element) => {
      const header = $(".header", element);
      if (header) speak(header);
    },
    documents: (element) => {
      for (const tick of element.querySelectorAll("input[type=checkbox]")) {
        tick.checked = tick.hasAttribute("checked");
      }
    },
    sources: (element) => {
      const target = $("[data-focus]", element);
      if (!target) return;
      if (narrow.matches) drawer("sources");
      $("mark", target)?.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
    },
    reader: (element) => {
      const dialog = $("dialog", element);
      if (!dialog) return;
      if (!dialog.open) dialog.showModal();
      dialog.onclose = back;
      $(".whole", dialog).focus({ preventScroll: true });
      const place = $("mark", dialog);
      if (place) place.scrollIntoView({ block: "center" });
      else $(".whole", dialog).scrollTop = 0;
    },
    current: (element) => {
      const place = document.getElementById("conversation");
      const busy = $("[data-busy]", element);
      if (busy) place.scrollTop = place.scrollHeight;
      const turn = $("[data-done]", element);
      if (!turn || turn.dataset.told) return;
      turn.dataset.told = "1";
      live.textContent = $(".prose-text", turn)?.textContent ?? "";
      turn.scrollIntoView({ block: "start", behavior: "instant" });
    },
    thread: () => {
      const place = document.getElementById("conversation");
      place.scrollTop = place.scrollHeight;
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    const inside = document.activeElement?.closest("#evidence, #library");
    if (root.dataset.drawer) closeDrawer();
    else if (inside) back();
  });

  document.addEventListener("click", (event) => {
    if (root.dataset.drawer && !event.target.closest("#library, #evidence, #header, dialog")) {
      closeDrawer();
    }
  });

  // What opens below the edge comes up; toggle does not bubble
  document.addEventListener("toggle", (event) => {
    const opened = event.target.closest?.("details.judge[open], details.more[open]");
    opened?.lastElementChild.scrollIntoView({ block: "nearest" });
  }, true);

  // Selecting words of an answer shows their evidence, as a click does
  document.addEventListener("mouseup", () => {
    const chosen = window.getSelection();
    if (!chosen || chosen.isCollapsed) return;
    const at = chosen.anchorNode?.parentElement?.closest(".claim[data-do]");
    const part = at && (parts.current.element.contains(at) ? parts.current : parts.thread);
    if (part && !chosen.containsNode(part.element, false)) ask(part, at);
  });

  // Files may be dropped anywhere

  let depth = 0;
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    root.dataset.dropping = $(".header")?.dataset.drop ?? "";
  });
  document.addEventListener("dragleave", (event) => {
    if (!carriesFiles(event)) return;
    depth -= 1;
    if (depth <= 0) delete root.dataset.dropping;
  });
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    delete root.dataset.dropping;
    const input = $("#shelf input[type=file]");
    if (!input) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  document.body.append(live);
  const early = window.isnad ?? [];
  window.isnad = {
    push: take,
    language: () => kept("lang"),
    save: (file) => {
      if (!file?.name) return;
      const type = { html: "text/html", md: "text/markdown" }[file.format] ?? "application/jsonl";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([file.text], { type: `${type};charset=utf-8` }));
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    },
  };
  for (const part of early) take(part);
  drawer(null);
  narrow.addEventListener("change", () => drawer(null));
})();
