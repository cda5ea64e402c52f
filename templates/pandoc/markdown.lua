-- Unwraps the carriers of layout, so that the delivered Markdown reads well on GitHub and GitLab.

local slugs, taken = {}, {}

-- GitHub's rule: lower case, punctuation dropped, spaces to hyphens, repeats numbered.
local function slug(text)
  local plain = pandoc.text.lower(text):gsub("[%c!\"#$%%&'()*+,./:;<=>?@%[\\%]^`{|}~]", "")
  for _, mark in ipairs({ "„", "“", "”", "‚", "‘", "’", "–", "—", "…", "·", "§", "€", "×", "→" }) do
    plain = plain:gsub(mark, "")
  end
  plain = plain:gsub("\194\160", ""):gsub(" ", "-")
  local count = taken[plain]
  taken[plain] = (count or 0) + 1
  return count and (plain .. "-" .. count) or plain
end

-- GitLab folds "--" into "-" where GitHub keeps it: such a heading gets an anchor of its own.
local function heading(el)
  local own = slug(pandoc.utils.stringify(el))
  if el.identifier ~= "" and not own:find("--", 1, true) then slugs[el.identifier] = own end
end

-- What a div or span `nur` holds is for some formats only.
local function only(el)
  return el.attributes["in"]:find("md", 1, true) and el.content or {}
end

local function anchor(el, content)
  local all = pandoc.List(content)
  if el.identifier ~= "" then
    all:insert(1, pandoc.RawInline("html", '<a id="' .. el.identifier .. '"></a>'))
  end
  return all
end

-- pandoc writes &amp; and \' of a text as they stand, and readers would take them for & and '.
local ENTITIES = { ["&"] = "&amp;", ["\\"] = "&#92;" }
local function literal(el)
  local all, rest = pandoc.List(), pandoc.utils.stringify(el.content)
  for before, mark, after in function() return rest:match("^([^&\\]*)([&\\])(.*)$") end do
    all:extend({ pandoc.Str(before), pandoc.RawInline("html", ENTITIES[mark]) })
    rest = after
  end
  all:insert(pandoc.Str(rest))
  return all
end

local function span(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if name == "offen" or name == "kursiv" then return pandoc.Emph(el.content) end
  if name == "nummer" or name == "fett" then return pandoc.Strong(el.content) end
  if name == "wort" then return literal(el) end
  return anchor(el, el.content)
end

-- In a cell the items of a list are parts of one line.
local function flat(blocks)
  local all = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.t == "BulletList" then
      for _, item in ipairs(block.content) do all:extend(item) end
    else
      all:insert(block)
    end
  end
  return all
end

local function cell(el)
  local inlines = pandoc.utils.blocks_to_inlines(flat(el.content), { pandoc.Str(";"), pandoc.Space() })
  return pandoc.Cell({ pandoc.Plain(inlines) })
end

local function tabular(el)
  local head, body, width = {}, {}, 0
  for _, row in ipairs(el.content) do
    local made = pandoc.Row(row.content:map(cell))
    width = math.max(width, #row.content)
    table.insert(row.classes[1] == "kopfzeile" and head or body, made)
  end
  local specs = {}
  for _ = 1, width do specs[#specs + 1] = { pandoc.AlignDefault, nil } end
  return pandoc.Table({ long = {} }, specs, pandoc.TableHead(head),
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 0 } }, pandoc.TableFoot())
end

local PARTS = { zelle = true, zeile = true, kopfzeile = true }

local function div(el)
  local name = el.classes[1]
  if name == "nur" then return only(el) end
  if PARTS[name] then return nil end
  if name == "tabelle" then return tabular(el) end
  if name == "diagramm" then return {} end
  if name == "leitsatz" then return pandoc.BlockQuote(el.content) end
  if name == "titel" then return pandoc.Header(1, pandoc.utils.blocks_to_inlines(el.content)) end
  return el.content
end

local function shift(el)
  local named = el.identifier ~= "" and not slugs[el.identifier]
  return pandoc.Header(el.level + 1, named and anchor(el, el.content) or el.content)
end

local function link(el)
  local goal = el.target:match("^#(.*)$")
  if goal and slugs[goal] then el.target = "#" .. slugs[goal] end
  el.attr = pandoc.Attr()
  return el
end

local function image(el)
  el.attr = pandoc.Attr()
  return el
end

return {
  { Header = heading },
  { Span = span, Link = link, Image = image, Header = shift, Div = div },
}
