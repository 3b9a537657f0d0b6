//! Modules import each other one way. Modules in an import cycle can only be understood as one large module; only a
//! module and its own descendants may import each other.
//!
//! What is read are the paths in `use` declarations and those that begin with `crate`, `self` or `super`. Not seen are
//! re-exports: `crate::Store` counts as an import of the crate root, an ancestor, and not of the module that defines it.
//! Neither are paths inside of macro calls.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, UseTree};

type Module = Vec<String>;

#[test]
fn no_module_of_api_or_store_imports_itself_through_others() {
    for name in ["api", "store"] {
        let modules = modules(name);
        assert!(modules.len() > 50, "{} modules of {name} were looked at", modules.len());
        let imports: BTreeMap<Module, BTreeSet<Module>> =
            modules.iter().map(|(module, file)| (module.clone(), imported(module, file, &modules))).collect();
        let in_cycles =
            imports.keys().filter_map(|module| Some((module.join("::"), cycle(module, &imports)?)));
        let in_cycles: Vec<_> = in_cycles.collect();
        assert!(in_cycles.is_empty(), "{name}: {in_cycles:#?}");
    }
}

/// The path of every module in a file of its own, and its syntax tree.
fn modules(name: &str) -> BTreeMap<Module, syn::File> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../crates/{name}/src"));
    let mut folders = vec![src.clone()];
    let mut modules = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(&src).unwrap().with_extension("");
                let mut module: Module =
                    relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
                if module == ["lib"] {
                    module.clear();
                }
                modules.insert(module, syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
            }
        }
    }
    modules
}

/// The other modules that one names, without its ancestors and its descendants.
fn imported(module: &Module, file: &syn::File, modules: &BTreeMap<Module, syn::File>) -> BTreeSet<Module> {
    let mut paths = Paths(Vec::new());
    paths.visit_file(file);
    let absolute = paths.0.into_iter().filter_map(|path| absolute(path, module, modules));
    let named = absolute.map(|path| {
        let known = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]));
        path[..known.unwrap_or_default()].to_vec()
    });
    named.filter(|other| !other.starts_with(module) && !module.starts_with(other)).collect()
}

/// A path from the crate's root, if it is inside the crate.
fn absolute(
    path: Vec<String>,
    module: &Module,
    modules: &BTreeMap<Module, syn::File>,
) -> Option<Vec<String>> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    let (base, rest) = match path.first()?.as_str() {
        "crate" => (&[][..], &path[1..]),
        "self" => (&module[..], &path[1..]),
        "super" => (&module[..module.len().saturating_sub(supers)], &path[supers..]),
        child => {
            let child = [module.as_slice(), &[child.to_owned()]].concat();
            if !modules.contains_key(&child) {
                return None;
            }
            (&module[..], &path[..])
        }
    };
    Some([base, rest].concat())
}

/// The import cycle through a module, if there is one.
fn cycle(start: &Module, imports: &BTreeMap<Module, BTreeSet<Module>>) -> Option<String> {
    let mut open = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while let Some(way) = open.pop() {
        for next in imports.get(*way.last().unwrap()).into_iter().flatten() {
            if next == start {
                let names: Vec<String> = way.iter().map(|module| module.join("::")).collect();
                return Some(names.join(" -> "));
            }
            if seen.insert(next) {
                open.push([way.as_slice(), &[next]].concat());
            }
        }
    }
    None
}

/// Collects the paths that code outside of tests names.
struct Paths(Vec<Vec<String>>);

impl Visit<'_> for Paths {
    fn visit_item_use(&mut self, item: &ItemUse) {
        flatten(&item.tree, &[], &mut self.0);
    }

    fn visit_item_mod(&mut self, item: &ItemMod) {
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if ["crate", "self", "super"].contains(&parts[0].as_str()) {
            self.0.push(parts);
        }
        visit::visit_path(self, path);
    }
}

fn is_test(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
}

fn flatten(tree: &UseTree, before: &[String], paths: &mut Vec<Vec<String>>) {
    let with = |part: String| [before, &[part]].concat();
    match tree {
        UseTree::Path(path) => flatten(&path.tree, &with(path.ident.to_string()), paths),
        UseTree::Name(name) if name.ident == "self" => paths.push(before.to_vec()),
        UseTree::Name(name) => paths.push(with(name.ident.to_string())),
        UseTree::Rename(name) => paths.push(with(name.ident.to_string())),
        UseTree::Glob(_) => paths.push(before.to_vec()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, paths)),
    }
}
