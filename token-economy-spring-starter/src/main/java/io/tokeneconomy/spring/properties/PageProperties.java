package io.tokeneconomy.spring.properties;

import io.tokeneconomy.servlet.Page;
import io.tokeneconomy.servlet.PageSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages look and where they are. Paths are within the application and hold under any context path.
 *
 * @param path What the paths of pages and scripts begin with.
 * @param without Pages that are switched off.
 * @param brand Name in the header, which leads home.
 * @param logo Path of a picture before the name. By default there is none.
 * @param home Where the name in the header leads.
 * @param highlight Id of the package that is marked as the most popular one.
 * @param links More links in the header, path by text.
 * @param stylesheets Paths of more stylesheets, after ours.
 * @param topUp Whether buyers are asked to have their package bought again by itself. By default nobody is.
 */
public record PageProperties(
        @DefaultValue(PageSettings.PATH) String path,
        @DefaultValue Set<Page> without,
        @DefaultValue("Tokens") String brand,
        @Nullable String logo,
        @DefaultValue("/") String home,
        @DefaultValue(PageSettings.HIGHLIGHTED) String highlight,
        @DefaultValue Map<String, String> links,
        @DefaultValue List<String> stylesheets,
        @NestedConfigurationProperty @Nullable TopUpOfferSettings topUp) {

    /** Copies the collections; links keep their order. */
    public PageProperties {
        without = Set.copyOf(without);
        links = new LinkedHashMap<>(links);
        stylesheets = List.copyOf(stylesheets);
    }
}
